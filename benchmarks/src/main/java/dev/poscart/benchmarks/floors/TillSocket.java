package dev.poscart.benchmarks.floors;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A till on one kept connection. It does next to nothing besides sending and reading, because it
 * shares the processors with what it measures.
 */
public final class TillSocket implements AutoCloseable {

  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final OutputStream out;
  private final InputStream in;
  private final String headers;
  private byte[] buffer = new byte[1 << 16];
  private int filled;

  public TillSocket(URI base, String apiKey) throws IOException {
    this.socket = new Socket(base.getHost(), base.getPort());
    socket.setTcpNoDelay(true);
    this.out = socket.getOutputStream();
    this.in = socket.getInputStream();
    this.headers =
        " HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\nX-API-KEY: "
            + apiKey
            + "\r\nContent-Type: application/json\r\nContent-Length: ";
  }

  /**
   * Posts a body.
   *
   * @param target path and query
   * @return the body of the answer
   * @throws IOException if the answer is not 200 or 201
   */
  public byte[] post(String target, String body) throws IOException {
    return send("POST " + target + headers + body.length() + "\r\n\r\n" + body);
  }

  /**
   * Reads a resource.
   *
   * @param target path and query
   * @return the body of the answer
   * @throws IOException if the answer is not 200
   */
  public byte[] get(String target) throws IOException {
    return send("GET " + target + headers + "0\r\n\r\n");
  }

  private byte[] send(String head) throws IOException {
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    filled = 0;
    int headEnd = endOfHead();
    String answer = new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
    int end = headEnd + length(answer);
    if (end > buffer.length) {
      buffer = Arrays.copyOf(buffer, end);
    }
    while (filled < end) {
      fill();
    }
    byte[] content = Arrays.copyOfRange(buffer, headEnd, end);
    if (!answer.startsWith("HTTP/1.1 20")) {
      throw new IOException(answer + new String(content, StandardCharsets.UTF_8));
    }
    return content;
  }

  private int endOfHead() throws IOException {
    int from = 0;
    while (true) {
      fill();
      for (; from + END_OF_HEAD.length <= filled; from++) {
        if (Arrays.equals(buffer, from, from + END_OF_HEAD.length, END_OF_HEAD, 0, 4)) {
          return from + END_OF_HEAD.length;
        }
      }
    }
  }

  private void fill() throws IOException {
    int read = in.read(buffer, filled, buffer.length - filled);
    if (read < 0) {
      throw new IOException("the connection was closed");
    }
    filled += read;
  }

  private static int length(String head) throws IOException {
    for (String line : head.split("\r\n", -1)) {
      if (line.regionMatches(true, 0, LENGTH, 0, LENGTH.length())) {
        return Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    throw new IOException("no Content-Length: " + head);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
