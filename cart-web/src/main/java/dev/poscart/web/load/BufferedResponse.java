package dev.poscart.web.load;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response that collects its body in memory and sends it at once. */
final class BufferedResponse extends Response.Wrapper {

  private static final byte[] NONE = {};

  private byte[] body = NONE;
  private boolean ended;

  BufferedResponse(Request request, Response response) {
    super(request, response);
  }

  int size() {
    return body.length;
  }

  void send(Callback callback) {
    getWrapped().write(true, ByteBuffer.wrap(body), callback);
  }

  @Override
  public boolean hasLastWrite() {
    return ended;
  }

  @Override
  public void reset() {
    body = NONE;
    ended = false;
    super.reset();
  }

  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    if (content != null && content.hasRemaining()) {
      int before = body.length;
      body = Arrays.copyOf(body, before + content.remaining());
      content.get(body, before, body.length - before);
    }
    ended |= last;
    callback.succeeded();
  }
}
