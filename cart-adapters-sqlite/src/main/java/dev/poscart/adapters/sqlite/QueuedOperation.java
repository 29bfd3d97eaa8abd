package dev.poscart.adapters.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One queued operation and the stage that will hear how it went. Doing it and telling it are two
 * steps, because a write is not told before it is committed.
 */
final class QueuedOperation<T> {

  private final Operation<T> operation;
  private final boolean synced;
  private final CompletableFuture<T> stage = new CompletableFuture<>();
  private Runnable outcome = () -> {};
  private Optional<Exception> failure = Optional.empty();

  /**
   * @param synced whether the result may be told only once it is on disk
   */
  QueuedOperation(Operation<T> operation, boolean synced) {
    this.operation = operation;
    this.synced = synced;
  }

  CompletableFuture<T> stage() {
    return stage;
  }

  boolean synced() {
    return synced;
  }

  /** Does it and keeps the result to be told. */
  void perform(Session session) {
    try {
      T result = operation.on(session);
      outcome = () -> stage.complete(result);
    } catch (SQLException | RuntimeException e) {
      failure = Optional.of(e);
      fail(SqliteFailures.of(e));
    }
  }

  /** Forgets the result, if there is one: it has come to nothing. */
  void fail(Throwable failure) {
    outcome = () -> stage.completeExceptionally(failure);
  }

  /** Why it could not be done. */
  Optional<Exception> failure() {
    return failure;
  }

  /** Completes the stage and runs what depends on it. */
  void tell() {
    outcome.run();
  }
}
