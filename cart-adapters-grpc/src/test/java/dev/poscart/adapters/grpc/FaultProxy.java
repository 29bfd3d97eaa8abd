package dev.poscart.adapters.grpc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntSupplier;

/**
 * A forwarding proxy in front of a server. It can go silent, drop the data of new connections, or
 * close all connections, and counts connections.
 */
public final class FaultProxy implements AutoCloseable {

  /** What happens to a new connection. */
  public enum Mode {
    FORWARD,
    SWALLOW,
    HOLD,
    HANG_UP
  }

  private final ServerSocket listening;
  private final IntSupplier serverPort;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Pipe> pipes = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<Long> arrivalsNanos = new CopyOnWriteArrayList<>();
  private final List<Socket> held = new CopyOnWriteArrayList<>();
  private volatile Mode mode = Mode.FORWARD;

  /** Listens on a free loopback port. */
  public FaultProxy(IntSupplier serverPort) {
    this("127.0.0.1", 0, serverPort);
  }

  /** Listens on this loopback address; on a free port, if zero is given. */
  FaultProxy(String host, int port, IntSupplier serverPort) {
    this.serverPort = serverPort;
    try {
      listening = new ServerSocket(port, 50, InetAddress.getByName(host));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  public String target() {
    return listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort();
  }

  int arrivals() {
    return arrivalsNanos.size();
  }

  /** The maximum number of connections within one second. */
  int mostArrivalsInASecond() {
    List<Long> times = List.copyOf(arrivalsNanos);
    int most = 0;
    for (long from : times) {
      long within = times.stream().filter(t -> t >= from && t - from < 1_000_000_000L).count();
      most = Math.max(most, (int) within);
    }
    return most;
  }

  /** Sets what happens to new connections. */
  public void set(Mode newMode) {
    mode = newMode;
  }

  /** Drops all data from now on; connections are accepted but get no answer. */
  void swallow() {
    mode = Mode.SWALLOW;
    freeze();
  }

  /** Existing connections go silent; new ones are served. */
  public void freeze() {
    pipes.forEach(pipe -> pipe.setFrozen(true));
  }

  /** As {@link #freeze}, but only for what clients send. */
  void freezeTowardsServer() {
    pipes.stream().filter(Pipe::isFromClient).forEach(pipe -> pipe.setFrozen(true));
  }

  /** As {@link #freeze}, but only for what the server sends. */
  void freezeTowardsClient() {
    pipes.stream().filter(pipe -> !pipe.isFromClient()).forEach(pipe -> pipe.setFrozen(true));
  }

  /** Frozen connections continue where they stopped. */
  public void thaw() {
    pipes.forEach(pipe -> pipe.setFrozen(false));
  }

  /**
   * Simulates a server stopped by a signal: connections stay open, new ones are accepted, and there
   * are no answers.
   */
  void stop() {
    mode = Mode.HOLD;
    freeze();
  }

  /** Resumes the stopped server where it was. */
  void resume() throws IOException {
    mode = Mode.FORWARD;
    thaw();
    for (Socket client : held) {
      forward(client);
    }
    held.clear();
  }

  /** Sends the server extra bytes; they fall between two frames if no look-up is in flight. */
  void inject(byte[] bytes) {
    for (Pipe pipe : pipes) {
      pipe.inject(bytes);
    }
  }

  /** Whether the server has sent this text on any connection. */
  boolean said(String text) {
    return pipes.stream().anyMatch(pipe -> pipe.said(text));
  }

  void forgetWhatWasSaid() {
    pipes.forEach(Pipe::forget);
  }

  /** Half-closes existing connections on the server's side. */
  void halfClose() {
    pipes.forEach(Pipe::halfClose);
  }

  /** Breaks existing connections. */
  public void cut() {
    sockets.forEach(FaultProxy::quietly);
    sockets.clear();
  }

  @Override
  public void close() {
    quietly(listening);
    cut();
    held.forEach(FaultProxy::quietly);
    threads.shutdownNow();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        arrivalsNanos.add(System.nanoTime());
        switch (mode) {
          case FORWARD -> forward(client);
          case SWALLOW -> sockets.add(client);
          case HOLD -> held.add(client);
          case HANG_UP -> quietly(client);
        }
      } catch (IOException e) {
        // The proxy was closed, or the server behind it is away.
      }
    }
  }

  private void forward(Socket client) throws IOException {
    Socket server = new Socket();
    try {
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort.getAsInt()));
    } catch (IOException e) {
      quietly(client);
      throw e;
    }
    sockets.add(client);
    sockets.add(server);
    start(new Pipe(client, server, true));
    start(new Pipe(server, client, false));
  }

  private void start(Pipe pipe) {
    pipes.add(pipe);
    threads.execute(pipe);
  }

  static void quietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // It is closed, as intended.
    }
  }
}
