package dev.poscart.adapters.sqlite;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A queued operation and the stage of its result. Running it and completing the stage are separate
 * steps, because a write must not be acknowledged before it is committed.
 */
final class QueuedOperation<T> {

  private final Operation<T> operation;
  private final boolean synced;
  private final CompletableFuture<T> stage = new CompletableFuture<>();
  private Runnable outcome = () -> {};
  private Optional<Exception> failure = Optional.empty();

  /**
   * @param synced whether the result may be delivered only once it is on disk
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

  /** Runs the operation and keeps the result instead of that of an earlier run. */
  void perform(Session session) {
    try {
      T result = operation.on(session);
      outcome = () -> stage.complete(result);
      failure = Optional.empty();
    } catch (SQLException | RuntimeException e) {
      failure = Optional.of(e);
      fail(SqliteFailures.of(e));
    }
  }

  /** Replaces the result, if there is one, by this failure. */
  void fail(Throwable failure) {
    outcome = () -> stage.completeExceptionally(failure);
  }

  /** The exception that the operation threw. */
  Optional<Exception> failure() {
    return failure;
  }

  /** Completes the stage and runs its continuations. */
  void tell() {
    outcome.run();
  }
}
