package dev.poscart.web;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A connection that sends arbitrary bytes. */
final class RawConnection implements AutoCloseable {

  private static final int BOUND_MILLIS = 60_000;

  private final int port;
  private Socket socket;
  private InputStream in;

  RawConnection(int port) throws IOException {
    this.port = port;
    this.socket = connect(port);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** An answer, as far as it was read. */
  record RawAnswer(int status, List<String> headers, String body) {

    boolean closes() {
      return headers.contains("connection: close");
    }

    /** The value of a header in lower case; empty if there is none. */
    Optional<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ": ";
      return headers.stream()
          .filter(line -> line.startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .findFirst();
    }
  }

  private static Socket connect(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(BOUND_MILLIS);
    return socket;
  }

  /** Sends and reads one answer; the connection is kept as long as the server keeps it. */
  RawAnswer call(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    RawAnswer answer = readFinal(isHead(request));
    if (answer.closes()) {
      reconnect();
    }
    return answer;
  }

  /** Sends on a new connection, half-closes it, and reads all answers. */
  List<RawAnswer> callToTheEnd(byte[] request) throws IOException {
    try (RawConnection own = new RawConnection(port)) {
      own.socket.getOutputStream().write(request);
      own.socket.shutdownOutput();
      List<RawAnswer> answers = new ArrayList<>();
      answers.add(own.readFinal(isHead(request)));
      while (own.hasMore()) {
        // An answer to what was taken for another request.
        answers.add(own.readFinal(false));
      }
      return answers;
    }
  }

  private boolean hasMore() throws IOException {
    in.mark(1);
    try {
      int next = in.read();
      in.reset();
      return next >= 0;
    } catch (SocketException cutOff) {
      return false;
    }
  }

  private void reconnect() throws IOException {
    socket.close();
    socket = connect(port);
    in = new BufferedInputStream(socket.getInputStream());
  }

  private static boolean isHead(byte[] request) {
    return new String(request, 0, Math.min(5, request.length), StandardCharsets.US_ASCII)
        .equals("HEAD ");
  }

  /** The final answer, after interim ones such as 100. */
  private RawAnswer readFinal(boolean bodyless) throws IOException {
    RawAnswer answer = read(bodyless);
    while (answer.status() < 200) {
      answer = read(bodyless);
    }
    return answer;
  }

  private RawAnswer read(boolean bodyless) throws IOException {
    String first = line();
    if (!first.startsWith("HTTP/1.1 ")) {
      throw new IOException("no answer but: " + first);
    }
    List<String> headers = new ArrayList<>();
    int length = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      headers.add(line.toLowerCase(Locale.ROOT));
      if (!bodyless && headers.get(headers.size() - 1).startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring("content-length: ".length()));
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new RawAnswer(Integer.parseInt(first.substring(9, 12)), headers, body);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended after: " + line);
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
