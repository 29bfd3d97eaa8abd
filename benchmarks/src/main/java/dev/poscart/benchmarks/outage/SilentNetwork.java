package dev.poscart.benchmarks.outage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The network between a service and its item master, as a proxy. It can fall silent: data on open
 * connections is dropped, none is closed, and later connections work. It can also be down: all
 * connections are broken, and new ones are closed at once.
 */
final class SilentNetwork implements AutoCloseable {

  private final ServerSocket listening;
  private final int serverPort;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<OneWay> ways = new CopyOnWriteArrayList<>();
  private final List<Long> arrivalsNanos = new CopyOnWriteArrayList<>();
  private volatile boolean isDown;

  /** Listens on a free loopback port and forwards to another one. */
  SilentNetwork(int serverPort) {
    this.serverPort = serverPort;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  String target() {
    return "127.0.0.1:" + listening.getLocalPort();
  }

  /** Drops data in these directions on the open connections. */
  void fallSilent(List<Direction> directions) {
    ways.stream().filter(way -> directions.contains(way.direction())).forEach(OneWay::swallow);
  }

  /** Breaks all connections and closes new ones until {@link #comeBack}. */
  void goDown() {
    isDown = true;
    ways.forEach(OneWay::close);
  }

  void comeBack() {
    isDown = false;
  }

  /** The maximum number of connections within one second. */
  long mostArrivalsInASecond() {
    List<Long> times = new ArrayList<>(arrivalsNanos);
    long second = TimeUnit.SECONDS.toNanos(1);
    return times.stream()
        .mapToLong(
            from -> times.stream().filter(at -> at - from >= 0 && at - from < second).count())
        .max()
        .orElse(0);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        arrivalsNanos.add(System.nanoTime());
        if (isDown) {
          client.close();
        } else {
          forward(client);
        }
      } catch (IOException e) {
        // The benchmark is over, or the client has already disconnected.
      }
    }
  }

  private void forward(Socket client) throws IOException {
    Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    start(new OneWay(client, server, Direction.TO_THE_SERVER));
    start(new OneWay(server, client, Direction.TO_THE_CLIENT));
  }

  private void start(OneWay way) {
    ways.add(way);
    threads.execute(way);
  }

  @Override
  public void close() {
    OneWay.quietly(listening);
    ways.forEach(OneWay::close);
    threads.shutdownNow();
  }
}
