package dev.poscart.web.load;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Admission control: a limited number of requests is processed at once, in order of arrival;
 * further requests wait in the request queue, and beyond that they are refused at once. A request's
 * place becomes free when its response is complete, not when the client has read it, so slow
 * readers do not hold up others.
 */
final class AdmissionControl extends Handler.Wrapper {

  private final LoadLimits limits;
  private final Duration maxWait;
  private final LoadShedder loadShedder;
  private final Deque<PendingRequest> queued = new ArrayDeque<>();
  private int inFlight;

  /**
   * @param maxWait after which a queued request is refused
   */
  AdmissionControl(LoadLimits limits, Duration maxWait, LoadShedder loadShedder) {
    this.limits = limits;
    this.maxWait = maxWait;
    this.loadShedder = loadShedder;
  }

  synchronized int inFlight() {
    return inFlight;
  }

  synchronized int queued() {
    return queued.size();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isForOperators(request)) {
      return super.handle(request, response, callback);
    }
    PendingRequest pending = new PendingRequest(request, response, callback);
    switch (admit(pending)) {
      case ADMITTED -> pending.process();
      case QUEUED ->
          getServer()
              .getScheduler()
              .schedule(() -> timeOut(pending), maxWait.toMillis(), TimeUnit.MILLISECONDS);
      case REJECTED -> loadShedder.refuse(request, response, callback);
    }
    return true;
  }

  /** Operators must be able to see into an overloaded service. */
  private static boolean isForOperators(Request request) {
    String path = String.valueOf(request.getHttpURI().getCanonicalPath());
    return path.equals("/health")
        || path.startsWith("/health/")
        || path.equals("/metrics")
        || path.equals("/ops")
        || path.startsWith("/ops/");
  }

  private enum Decision {
    ADMITTED,
    QUEUED,
    REJECTED
  }

  private synchronized Decision admit(PendingRequest pending) {
    if (inFlight < limits.maxInFlight()) {
      inFlight++;
      return Decision.ADMITTED;
    }
    if (queued.size() < limits.maxQueued()) {
      queued.add(pending);
      return Decision.QUEUED;
    }
    return Decision.REJECTED;
  }

  private void timeOut(PendingRequest pending) {
    if (removeFromQueue(pending)) {
      loadShedder.refuse(pending.request, pending.response, pending.callback);
    }
  }

  private synchronized boolean removeFromQueue(PendingRequest pending) {
    return queued.remove(pending);
  }

  /** Passes the place on to the next request, or frees it if none is queued. */
  private void release() {
    Optional<PendingRequest> next = nextOrFree();
    while (next.isPresent() && !isStarted(next.get())) {
      next = nextOrFree();
    }
  }

  private synchronized Optional<PendingRequest> nextOrFree() {
    Optional<PendingRequest> next = Optional.ofNullable(queued.poll());
    if (next.isEmpty()) {
      inFlight--;
    }
    return next;
  }

  private boolean isStarted(PendingRequest pending) {
    try {
      getServer().getThreadPool().execute(pending::process);
      return true;
    } catch (RejectedExecutionException e) {
      loadShedder.refuse(pending.request, pending.response, pending.callback);
      return false;
    }
  }

  private boolean next(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, callback);
  }

  /** One request. It releases its place exactly once, whatever its outcome. */
  private final class PendingRequest extends Callback.Nested {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean released = new AtomicBoolean();

    PendingRequest(Request request, Response response, Callback callback) {
      super(callback);
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void process() {
      try {
        if (!next(request, response, this)) {
          Response.writeError(request, response, this, HttpStatus.NOT_FOUND_404);
        }
      } catch (Throwable e) {
        Response.writeError(request, response, this, e);
      }
    }

    @Override
    public void succeeded() {
      releaseOnce();
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      releaseOnce();
      super.failed(failure);
    }

    private void releaseOnce() {
      if (released.compareAndSet(false, true)) {
        release();
      }
    }
  }
}
