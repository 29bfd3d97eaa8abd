package dev.poscart.web.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** A response that collects its body in memory and sends it at once. */
final class BufferedResponse extends Response.Wrapper {

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private boolean ended;

  BufferedResponse(Request request, Response response) {
    super(request, response);
  }

  int size() {
    return body.size();
  }

  void send(Callback callback) {
    getWrapped().write(true, ByteBuffer.wrap(body.toByteArray()), callback);
  }

  @Override
  public boolean hasLastWrite() {
    return ended;
  }

  @Override
  public void reset() {
    body.reset();
    ended = false;
    super.reset();
  }

  @Override
  public void write(boolean last, ByteBuffer content, Callback callback) {
    if (content != null && content.hasRemaining()) {
      byte[] part = new byte[content.remaining()];
      content.get(part);
      body.writeBytes(part);
    }
    ended |= last;
    callback.succeeded();
  }
}
