package dev.poscart.adapters.mongo;

import dev.poscart.domain.fixtures.Delay;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Stands between the driver and the server. It can take single replies away (the server has done
 * what was asked, and nobody hears of it), or the requests themselves, break connections, go
 * silent, be slow, and answer as a server does that is no longer the primary.
 */
public final class Proxy implements AutoCloseable {

  /** What becomes of the connection whose reply was taken away. */
  public enum Loss {
    /** It stays open and silent. */
    SILENT,
    /** It is closed. */
    CLOSED,
    /** It is closed with all others, and none is let through until {@link Proxy#connect}. */
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

  /** Takes away the reply to the next command of this name, once. */
  public void loseNextReplyTo(String command, Loss how) {
    plan.reply(command, how);
  }

  /** Closes the connection of the next command of this name before the server is asked, once. */
  public void loseNext(String command) {
    plan.request(command);
  }

  /** How many replies were taken away. */
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

  /** Connections stay open and new ones are taken, but nothing is passed on while this lasts. */
  public void setSilent(boolean newSilent) {
    silent = newSilent;
  }

  /** Each request waits so long before it is passed on. */
  public void setDelay(Duration newDelay) {
    delay = newDelay;
  }

  /**
   * While this lasts every request but those about the server itself is turned away with {@code
   * NotWritablePrimary}, as by a primary that has stepped down and not told anybody yet.
   */
  public void setSteppedDown(boolean newSteppedDown) {
    steppedDown = newSteppedDown;
  }

  /**
   * Turns each command of this name down that mentions the word, as a server does that lacks what
   * it asks for.
   */
  void turnDown(String command, String word) {
    lacking = request -> mentions(request, command, word);
  }

  /**
   * Leaves each command of this name that mentions the word without an answer, as a server does
   * that takes long for it.
   */
  void leaveUnanswered(String command, String word) {
    endless = request -> mentions(request, command, word);
  }

  private static boolean mentions(byte[] request, String command, String word) {
    return WireMessage.isCommand(request, command)
        && new String(request, StandardCharsets.ISO_8859_1).contains(word);
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

  /** The driver asks one thing at a time on a connection, and awaits its reply. */
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
      // Swallows what comes until the driver gives the connection up.
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
                // A broken connection is what these tests are about.
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
