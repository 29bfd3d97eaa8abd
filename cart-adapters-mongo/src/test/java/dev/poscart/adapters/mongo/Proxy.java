package dev.poscart.adapters.mongo;

import dev.poscart.domain.fixtures.Delay;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A proxy between the driver and the server. It can drop single replies (the server has carried out
 * the command, but the driver does not know) or requests, break connections, go silent, be slow,
 * and answer like a server that is no longer the primary.
 */
public final class Proxy implements AutoCloseable {

  /** What happens to the connection whose reply was dropped. */
  public enum Loss {
    /** It stays open and silent. */
    SILENT,
    /** It is closed. */
    CLOSED,
    /** It is closed with all others, and none is accepted until {@link Proxy#connect}. */
    OUTAGE
  }

  private final InetSocketAddress server;
  private final ServerSocket listening;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final PlannedLoss plan = new PlannedLoss();
  private final AtomicInteger lost = new AtomicInteger();
  private volatile boolean reachable = true;
  private volatile boolean silent;
  private volatile boolean steppedDown;
  private volatile Duration delay = Duration.ZERO;
  private volatile Predicate<byte[]> lacking = request -> false;
  private volatile Predicate<byte[]> endless = request -> false;

  /** Listens on a free loopback port. */
  public Proxy(InetSocketAddress server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  public String connectionString() {
    return WireServer.connectionString(listening.getLocalPort());
  }

  /** Drops the reply to the next command of this name, once. */
  public void loseNextReplyTo(String command, Loss how) {
    plan.reply(command, how);
  }

  /** Closes the connection of the next command of this name before the server gets it, once. */
  public void loseNext(String command) {
    plan.request(command);
  }

  /** The number of replies dropped. */
  int lost() {
    return lost.get();
  }

  /** Breaks all connections and lets none through until {@link #connect}. */
  public void disconnect() {
    reachable = false;
    sockets.forEach(Proxy::close);
  }

  /** Lets connections through again. */
  public void connect() {
    reachable = true;
  }

  /** Keeps connections open and accepts new ones, but forwards nothing. */
  public void setSilent(boolean newSilent) {
    silent = newSilent;
  }

  /** Delays each request by this time. */
  public void setDelay(Duration newDelay) {
    delay = newDelay;
  }

  /**
   * Refuses every request except those about the server itself with {@code NotWritablePrimary},
   * like a primary that has just stepped down.
   */
  public void setSteppedDown(boolean newSteppedDown) {
    steppedDown = newSteppedDown;
  }

  /**
   * Refuses each command of this name that contains the word, like a server that does not support
   * it.
   */
  void turnDown(String command, String word) {
    lacking = request -> WireMessage.mentions(request, command, word);
  }

  /**
   * Leaves each command of this name that contains the word unanswered, like a server that takes
   * long for it.
   */
  void leaveUnanswered(String command, String word) {
    endless = request -> WireMessage.mentions(request, command, word);
  }

  /** Runs an action before each command of this name that contains both words. */
  void before(String command, String word, String other, Runnable action) {
    endless =
        request -> {
          if (WireMessage.mentions(request, command, word, other)) {
            action.run();
          }
          return false;
        };
  }

  /** Lets everything through again. */
  public void heal() {
    silent = false;
    steppedDown = false;
    delay = Duration.ZERO;
    reachable = true;
  }

  @Override
  public void close() throws IOException {
    listening.close();
    disconnect();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      if (reachable) {
        start(() -> connect(client));
      } else {
        client.close();
      }
    }
  }

  private void connect(Socket client) throws IOException {
    try (client;
        Socket upstream = new Socket(server.getAddress(), server.getPort())) {
      sockets.add(client);
      sockets.add(upstream);
      relay(client, upstream);
      sockets.remove(upstream);
    } finally {
      sockets.remove(client);
    }
  }

  /** The driver sends one command at a time on a connection and awaits its reply. */
  private void relay(Socket client, Socket upstream) throws IOException {
    while (true) {
      byte[] request = WireMessage.read(client.getInputStream());
      hold(client);
      if (steppedDown && !WireMessage.isAboutServer(request)) {
        client.getOutputStream().write(WireMessage.notPrimary(request));
        continue;
      }
      if (plan.takesRequest(request)) {
        return;
      }
      if (endless.test(request)) {
        continue;
      }
      if (lacking.test(request)) {
        client.getOutputStream().write(WireMessage.notImplemented(request));
        continue;
      }
      Optional<Loss> planned = plan.ofReplyTo(request);
      upstream.getOutputStream().write(request);
      byte[] reply = WireMessage.read(upstream.getInputStream());
      if (planned.isPresent()) {
        lose(client, planned.get());
        return;
      }
      hold(client);
      client.getOutputStream().write(reply);
    }
  }

  private void hold(Socket client) throws IOException {
    try {
      Delay.of(delay);
      while (silent && !client.isClosed()) {
        Delay.ofMillis(5);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void lose(Socket client, Loss how) throws IOException {
    lost.incrementAndGet();
    if (how == Loss.OUTAGE) {
      disconnect();
    }
    if (how == Loss.SILENT) {
      // Discards data until the driver closes the connection.
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // Broken connections are expected in these tests.
                return;
              }
            },
            "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
