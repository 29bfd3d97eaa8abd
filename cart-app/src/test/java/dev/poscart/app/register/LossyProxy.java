package dev.poscart.app.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A line between browser and service on which an answer can get lost: the request arrives and takes
 * effect, what the service says of it does not.
 */
final class LossyProxy implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final String marked;
  private final AtomicReference<Runnable> loss = new AtomicReference<>();
  private volatile int target;

  /**
   * @param target the port of the service
   * @param path the end of the path of the requests whose answer can be lost
   */
  LossyProxy(int target, String path) throws IOException {
    this.target = target;
    this.marked = path + "?";
    background(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Goes on with a service at another port. */
  void connectTo(int port) {
    target = port;
  }

  /**
   * Loses the answer to the next marked request.
   *
   * @param event happens when the service has answered
   */
  void loseTheNextAnswer(Runnable event) {
    loss.set(event);
  }

  private void accept() throws IOException {
    while (!server.isClosed()) {
      Socket browser = server.accept();
      background(() -> connect(browser));
    }
  }

  private void connect(Socket browser) throws IOException {
    try (browser;
        Socket service = new Socket(InetAddress.getLoopbackAddress(), target)) {
      AtomicReference<Runnable> lost = new AtomicReference<>();
      background(() -> answers(service, browser, lost));
      requests(browser, service, lost);
    }
  }

  private void requests(Socket browser, Socket service, AtomicReference<Runnable> lost)
      throws IOException {
    InputStream in = browser.getInputStream();
    OutputStream out = service.getOutputStream();
    byte[] buffer = new byte[65_536];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (isMarked(buffer, count)) {
        lost.set(loss.getAndSet(null));
      }
      out.write(buffer, 0, count);
      out.flush();
    }
  }

  private static void answers(Socket service, Socket browser, AtomicReference<Runnable> lost)
      throws IOException {
    try (browser;
        service) {
      InputStream in = service.getInputStream();
      byte[] buffer = new byte[65_536];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        Runnable event = lost.getAndSet(null);
        if (event != null) {
          event.run();
          return;
        }
        browser.getOutputStream().write(buffer, 0, count);
        browser.getOutputStream().flush();
      }
    }
  }

  private boolean isMarked(byte[] buffer, int count) {
    String head = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    return head.startsWith("POST ") && head.lines().findFirst().orElse("").contains(marked);
  }

  /** What fails here is a connection that one side has ended. */
  private static void background(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException ended) {
                // The other side notices by itself.
              }
            },
            "lossy-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private interface Work {
    void run() throws IOException;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
