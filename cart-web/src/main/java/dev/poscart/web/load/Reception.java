package dev.poscart.web.load;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Takes in the whole body before a request goes on, so that a caller who sends it slowly has no
 * thread and no place among those worked on. Whoever takes too long is answered 408 and cut, or 503
 * where the server shuts down meanwhile: both say that it may be asked again. A body that is longer
 * than allowed goes on as far as it was read: it is refused further in.
 */
final class Reception extends Handler.Wrapper {

  private final LoadLimits limits;
  private final int maxBodyBytes;
  private final ByteBudget budget;
  private final Refusing refusing;
  private final Tally tally;

  Reception(
      LoadLimits limits, int maxBodyBytes, ByteBudget budget, Refusing refusing, Tally tally) {
    this.limits = limits;
    this.maxBodyBytes = maxBodyBytes;
    this.budget = budget;
    this.refusing = refusing;
    this.tally = tally;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long length = request.getLength();
    if (length == 0 || length > maxBodyBytes) {
      return super.handle(request, response, callback);
    }
    new Receipt(request, response, callback).begin();
    return true;
  }

  private boolean next(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, callback);
  }

  /** One body on its way in. */
  private final class Receipt extends Callback.Nested {

    private final Request request;
    private final Response response;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final AtomicBoolean over = new AtomicBoolean();
    private final RequestMemory memory = new RequestMemory(budget, tally);
    private Optional<Scheduler.Task> timer = Optional.empty();

    Receipt(Request request, Response response, Callback callback) {
      super(callback);
      this.request = request;
      this.response = response;
    }

    void begin() {
      memory.belongTo(request);
      read();
    }

    /** What is there; asked again when there is more, never by two threads at once. */
    private void read() {
      while (!over.get()) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          awaitMore();
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          end(() -> brokenOff(chunk));
        } else if (!add(chunk)) {
          end(() -> refusing.refuse(request, response, this));
        } else if (chunk.isLast()) {
          end(
              () ->
                  goOn(
                      new ReceivedRequest(
                          request, body.toByteArray(), Optional.of(Content.Chunk.EOF))));
        } else if (body.size() > maxBodyBytes) {
          end(() -> goOn(new ReceivedRequest(request, body.toByteArray(), Optional.empty())));
        }
      }
    }

    private boolean add(Content.Chunk chunk) {
      int bytes = chunk.remaining();
      if (!memory.takeIfFree(bytes)) {
        chunk.release();
        return false;
      }
      ByteBuffer buffer = chunk.getByteBuffer();
      byte[] part = new byte[bytes];
      buffer.get(part);
      body.writeBytes(part);
      chunk.release();
      return true;
    }

    private void awaitMore() {
      if (timer.isEmpty()) {
        timer =
            Optional.of(
                getServer()
                    .getScheduler()
                    .schedule(
                        () -> end(this::tooSlow),
                        limits.receiveTimeout().toMillis(),
                        TimeUnit.MILLISECONDS));
      }
      request.demand(this::read);
    }

    private void end(Runnable end) {
      if (over.compareAndSet(false, true)) {
        timer.ifPresent(Scheduler.Task::cancel);
        end.run();
      }
    }

    private void brokenOff(Content.Chunk failure) {
      if (!(failure.getFailure() instanceof TimeoutException)) {
        goOn(new ReceivedRequest(request, body.toByteArray(), Optional.of(failure)));
      } else if (getServer().isStopping()) {
        // A server that shuts down has little patience, which is not the caller's fault.
        Response.writeError(request, response, this, HttpStatus.SERVICE_UNAVAILABLE_503);
      } else {
        tooSlow();
      }
    }

    private void tooSlow() {
      tally.cutOne();
      Response.writeError(request, response, this, HttpStatus.REQUEST_TIMEOUT_408);
    }

    private void goOn(Request received) {
      try {
        if (!next(received, response, this)) {
          Response.writeError(received, response, this, HttpStatus.NOT_FOUND_404);
        }
      } catch (Throwable e) {
        Response.writeError(received, response, this, e);
      }
    }

    @Override
    public void succeeded() {
      memory.end();
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      memory.end();
      super.failed(failure);
    }
  }
}
