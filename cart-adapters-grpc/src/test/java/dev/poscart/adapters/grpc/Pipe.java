package dev.poscart.adapters.grpc;

import dev.poscart.domain.fixtures.Delay;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One direction of a connection through the {@link FaultProxy}. */
final class Pipe implements Runnable {

  private static final int REMEMBERED = 1_000;

  private final Socket from;
  private final Socket to;
  private final boolean fromClient;
  // Guarded by this.
  private String said = "";
  private volatile boolean frozen;

  Pipe(Socket from, Socket to, boolean fromClient) {
    this.from = from;
    this.to = to;
    this.fromClient = fromClient;
  }

  boolean isFromClient() {
    return fromClient;
  }

  void setFrozen(boolean newFrozen) {
    frozen = newFrozen;
  }

  /**
   * Inserts bytes that the client did not send, if the connection is open and leads to the server.
   */
  void inject(byte[] bytes) {
    if (fromClient && !to.isClosed()) {
      try {
        synchronized (to) {
          to.getOutputStream().write(bytes);
        }
      } catch (IOException e) {
        // The server may have closed the connection meanwhile.
      }
    }
  }

  /** Ends the server's direction and keeps the client's open. */
  void halfClose() {
    if (!fromClient) {
      try {
        to.shutdownOutput();
      } catch (IOException e) {
        // The client has gone already.
      }
    }
  }

  /** Whether the server has sent this text since the last reset. */
  synchronized boolean said(String text) {
    return !fromClient && said.contains(text);
  }

  synchronized void forget() {
    said = "";
  }

  private synchronized void remember(String more) {
    String all = said + more;
    said = all.substring(Math.max(0, all.length() - REMEMBERED));
  }

  @Override
  public void run() {
    byte[] buffer = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        while (frozen && !from.isClosed()) {
          Delay.ofMillis(5);
        }
        if (!fromClient) {
          remember(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        }
        synchronized (to) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException | InterruptedException e) {
      // One side is closed, so close the other.
    }
    FaultProxy.quietly(from);
    FaultProxy.quietly(to);
  }
}
