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
 * A slow-client guard: receives the whole body before a request is processed, so that a client that
 * sends slowly occupies neither a thread nor a place. A client that takes too long is answered with
 * 408 and disconnected, or with 503 if the server is shutting down; both may be retried. A body
 * beyond the maximum length is passed on as far as it was read, and refused later.
 */
final class SlowSenderGuard extends Handler.Wrapper {

  private static final int FIRST_BYTES = 64;

  /** As most bodies with a cart have; what a client claims beyond that, it has to send first. */
  private static final int MAX_BYTES_AHEAD = 16_384;

  private final LoadLimits limits;
  private final int maxBodyBytes;
  private final ByteBudget budget;
  private final LoadShedder loadShedder;
  private final LoadCounters counters;

  SlowSenderGuard(
      LoadLimits limits,
      int maxBodyBytes,
      ByteBudget budget,
      LoadShedder loadShedder,
      LoadCounters counters) {
    this.limits = limits;
    this.maxBodyBytes = maxBodyBytes;
    this.budget = budget;
    this.loadShedder = loadShedder;
    this.counters = counters;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long length = request.getLength();
    if (length == 0 || length > maxBodyBytes) {
      return super.handle(request, response, callback);
    }
    new BodyUpload(request, response, callback).begin();
    return true;
  }

  private boolean next(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, callback);
  }

  /** The upload of one body. */
  private final class BodyUpload extends Callback.Nested {

    private final Request request;
    private final Response response;
    private final ByteArrayOutputStream body;
    private final AtomicBoolean over = new AtomicBoolean();
    private final RequestMemory memory = new RequestMemory(budget, counters);
    private Optional<Scheduler.Task> timer = Optional.empty();

    BodyUpload(Request request, Response response, Callback callback) {
      super(callback);
      this.request = request;
      this.response = response;
      long expected = Math.min(Math.max(request.getLength(), FIRST_BYTES), MAX_BYTES_AHEAD);
      this.body = new ByteArrayOutputStream((int) expected);
    }

    void begin() {
      memory.belongTo(request);
      read();
    }

    /** Reads what is available. Continues when more arrives, never on two threads at once. */
    private void read() {
      while (!over.get()) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          awaitMore();
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          end(() -> aborted(chunk));
        } else if (!add(chunk)) {
          end(() -> loadShedder.refuse(request, response, this));
        } else if (chunk.isLast()) {
          end(
              () ->
                  goOn(
                      new BufferedRequest(
                          request, body.toByteArray(), Optional.of(Content.Chunk.EOF))));
        } else if (body.size() > maxBodyBytes) {
          end(() -> goOn(new BufferedRequest(request, body.toByteArray(), Optional.empty())));
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
      if (buffer.hasArray()) {
        body.write(buffer.array(), buffer.arrayOffset() + buffer.position(), bytes);
      } else {
        byte[] part = new byte[bytes];
        buffer.get(part);
        body.writeBytes(part);
      }
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

    private void aborted(Content.Chunk failure) {
      if (!(failure.getFailure() instanceof TimeoutException)) {
        goOn(new BufferedRequest(request, body.toByteArray(), Optional.of(failure)));
      } else if (getServer().isStopping()) {
        // Jetty shortens its idle timeout during shutdown, which is not the client's fault.
        Response.writeError(request, response, this, HttpStatus.SERVICE_UNAVAILABLE_503);
      } else {
        tooSlow();
      }
    }

    private void tooSlow() {
      counters.cutOne();
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
