package dev.poscart.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the parts of the service in the reverse order of their creation, so that a part is closed
 * before the parts it depends on. If startup fails half-way, it closes what has been opened.
 */
public final class LifeCycle {

  private static final Logger LOG = LoggerFactory.getLogger(LifeCycle.class);

  /** A part and how to close it. */
  private record Part(String name, Duration bound, Supplier<CompletionStage<Void>> end) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean closed;

  /**
   * Registers a part.
   *
   * @param bound time after which closing continues without this part
   */
  synchronized void register(String name, Duration bound, Supplier<CompletionStage<Void>> end) {
    if (closed) {
      throw new IllegalStateException(name + " was created after the service was closed");
    }
    parts.push(new Part(name, bound, end));
  }

  /** Closes all parts, the most recent first. Never fails. A second call has no effect. */
  CompletionStage<Void> close() {
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (Part part : takeAll()) {
      done = done.thenCompose(ignored -> close(part));
    }
    return done;
  }

  private synchronized Deque<Part> takeAll() {
    closed = true;
    Deque<Part> all = new ArrayDeque<>(parts);
    parts.clear();
    return all;
  }

  private static CompletionStage<Void> close(Part part) {
    LOG.debug("closing {}", part.name());
    CompletionStage<Void> end;
    try {
      end = part.end().get();
    } catch (RuntimeException e) {
      end = CompletableFuture.failedFuture(e);
    }
    return end.toCompletableFuture()
        .copy()
        .orTimeout(part.bound().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            failure -> {
              LOG.warn("{} did not close cleanly: {}", part.name(), failure.toString());
              return null;
            });
  }
}
