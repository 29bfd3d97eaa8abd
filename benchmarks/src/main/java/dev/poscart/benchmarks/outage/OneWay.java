package dev.poscart.benchmarks.outage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One direction of one connection through the {@link SilentNetwork}. */
final class OneWay implements Runnable {

  private final Socket from;
  private final Socket to;
  private final Direction direction;
  private volatile boolean swallows;

  OneWay(Socket from, Socket to, Direction direction) {
    this.from = from;
    this.to = to;
    this.direction = direction;
  }

  Direction direction() {
    return direction;
  }

  /** Drops all data from now on. */
  void swallow() {
    swallows = true;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!swallows) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // One side is closed, so close the other.
    }
    close();
  }

  void close() {
    quietly(from);
    quietly(to);
  }

  static void quietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // It is already closed.
    }
  }
}
