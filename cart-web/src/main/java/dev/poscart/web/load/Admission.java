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
 * Lets so many requests in at once, first come, first served; some wait outside, the rest is
 * refused at once. A place is free again once the request's answer is made, not once it is read: a
 * caller that reads slowly holds up nobody.
 */
final class Admission extends Handler.Wrapper {

  private final LoadLimits limits;
  private final Duration maxWait;
  private final Refusing refusing;
  private final Deque<Visit> waiting = new ArrayDeque<>();
  private int inWork;

  /**
   * @param maxWait after that somebody who waits is refused too
   */
  Admission(LoadLimits limits, Duration maxWait, Refusing refusing) {
    this.limits = limits;
    this.maxWait = maxWait;
    this.refusing = refusing;
  }

  synchronized int inWork() {
    return inWork;
  }

  synchronized int waiting() {
    return waiting.size();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (isForOperators(request)) {
      return super.handle(request, response, callback);
    }
    Visit visit = new Visit(request, response, callback);
    switch (enter(visit)) {
      case IN -> visit.work();
      case WAITING ->
          getServer()
              .getScheduler()
              .schedule(() -> giveUp(visit), maxWait.toMillis(), TimeUnit.MILLISECONDS);
      case FULL -> refusing.refuse(request, response, callback);
    }
    return true;
  }

  /** Whoever looks after an overloaded service has to see it. */
  private static boolean isForOperators(Request request) {
    String path = String.valueOf(request.getHttpURI().getCanonicalPath());
    return path.equals("/health") || path.startsWith("/health/") || path.equals("/metrics");
  }

  private enum Entry {
    IN,
    WAITING,
    FULL
  }

  private synchronized Entry enter(Visit visit) {
    if (inWork < limits.maxInWork()) {
      inWork++;
      return Entry.IN;
    }
    if (waiting.size() < limits.maxWaiting()) {
      waiting.add(visit);
      return Entry.WAITING;
    }
    return Entry.FULL;
  }

  private void giveUp(Visit visit) {
    if (stopWaiting(visit)) {
      refusing.refuse(visit.request, visit.response, visit.callback);
    }
  }

  private synchronized boolean stopWaiting(Visit visit) {
    return waiting.remove(visit);
  }

  /** Gives the place to the next; if nobody waits it is free. */
  private void leave() {
    Optional<Visit> next = nextOrFree();
    while (next.isPresent() && !isStarted(next.get())) {
      next = nextOrFree();
    }
  }

  private synchronized Optional<Visit> nextOrFree() {
    Optional<Visit> next = Optional.ofNullable(waiting.poll());
    if (next.isEmpty()) {
      inWork--;
    }
    return next;
  }

  private boolean isStarted(Visit visit) {
    try {
      getServer().getThreadPool().execute(visit::work);
      return true;
    } catch (RejectedExecutionException e) {
      refusing.refuse(visit.request, visit.response, visit.callback);
      return false;
    }
  }

  private boolean next(Request request, Response response, Callback callback) throws Exception {
    return super.handle(request, response, callback);
  }

  /** One request; it leaves once, whatever becomes of it. */
  private final class Visit extends Callback.Nested {

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean left = new AtomicBoolean();

    Visit(Request request, Response response, Callback callback) {
      super(callback);
      this.request = request;
      this.response = response;
      this.callback = callback;
    }

    void work() {
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
      leaveOnce();
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      leaveOnce();
      super.failed(failure);
    }

    private void leaveOnce() {
      if (left.compareAndSet(false, true)) {
        leave();
      }
    }
  }
}
