package dev.poscart.web.load;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body has been read and can be read again from memory. */
final class BufferedRequest extends Request.Wrapper {

  private final Optional<Content.Chunk> end;
  private final AtomicBoolean delivered = new AtomicBoolean();
  private final Content.Chunk body;

  /**
   * @param end how the body ended; empty: part of it is still unread
   */
  BufferedRequest(Request request, byte[] body, Optional<Content.Chunk> end) {
    super(request);
    this.body = Content.Chunk.from(ByteBuffer.wrap(body), false);
    this.end = end;
  }

  @Override
  public Content.Chunk read() {
    if (body.hasRemaining() && delivered.compareAndSet(false, true)) {
      return body;
    }
    return end.orElseGet(super::read);
  }

  @Override
  public void demand(Runnable demand) {
    if (end.isPresent() || !delivered.get()) {
      getComponents().getExecutor().execute(demand);
    } else {
      super.demand(demand);
    }
  }
}
