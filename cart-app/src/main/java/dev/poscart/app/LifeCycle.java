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
 * Everything that has a life. Parts are registered as they are made and closed in reverse order, so
 * that what others lean on goes last; a start that fails half-way closes what it had opened.
 */
public final class LifeCycle {

  private static final Logger LOG = LoggerFactory.getLogger(LifeCycle.class);

  /** A part and how it ends. */
  private record Part(String name, Duration bound, Supplier<CompletionStage<Void>> end) {}

  private final Deque<Part> parts = new ArrayDeque<>();
  private boolean closed;

  /**
   * Registers a part.
   *
   * @param bound after that, closing goes on without it
   */
  synchronized void register(String name, Duration bound, Supplier<CompletionStage<Void>> end) {
    if (closed) {
      throw new IllegalStateException(name + " was made after the end");
    }
    parts.push(new Part(name, bound, end));
  }

  /** Closes all parts, last made first. Never fails; a second call has nothing left to close. */
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
