package dev.poscart.adapters.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Carries operations from callers to the threads that run them, and their results back.
 *
 * <p>An operation takes a slot when it is queued and releases it when its result is about to be
 * delivered, so neither a slow disk nor slow continuations can pile up more than the bound; further
 * callers are refused at once.
 */
final class OperationQueue {

  private static final QueuedOperation<Boolean> END =
      new QueuedOperation<>(session -> false, false);

  private final String name;
  private final int bound;
  private final Executor completions;
  private final Semaphore room;
  private final BlockingQueue<QueuedOperation<?>> waiting = new LinkedBlockingQueue<>();
  private volatile boolean closing;
  private volatile boolean ended;

  OperationQueue(String name, int bound, Executor completions) {
    this.name = name;
    this.bound = bound;
    this.completions = completions;
    this.room = new Semaphore(bound);
  }

  <T> CompletableFuture<T> submit(Operation<T> operation, boolean synced) {
    if (closing) {
      return CompletableFuture.failedFuture(closingFailure());
    }
    if (!room.tryAcquire()) {
      return CompletableFuture.failedFuture(
          SqliteFailures.unavailable(name + ": " + bound + " in flight (expected: fewer)"));
    }
    QueuedOperation<T> work = new QueuedOperation<>(operation, synced);
    waiting.add(work);
    // A race with closing: (1) this caller sees that the queue is open, (2) the last thread ends,
    // (3) this caller adds its operation. Whichever thread then removes the operation from the
    // queue fails it.
    if (ended && waiting.remove(work)) {
      refuse(work);
    }
    return work.stage();
  }

  /**
   * Waits for operations and takes them.
   *
   * @return at most {@code limit} operations; none once the queue is closed and empty
   */
  List<QueuedOperation<?>> take(int limit) throws InterruptedException {
    List<QueuedOperation<?>> taken = new ArrayList<>();
    taken.add(waiting.take());
    waiting.drainTo(taken, limit - 1);
    if (taken.remove(END)) {
      // Put the marker back, behind operations added meanwhile and for the other threads of this
      // queue.
      waiting.add(END);
    }
    return taken;
  }

  /** Completes the stage of an operation, on a thread that continuations may block. */
  void settle(QueuedOperation<?> operation) {
    completions.execute(
        () -> {
          room.release();
          operation.tell();
        });
  }

  /** Accepts no more operations. */
  void refuseNew() {
    closing = true;
  }

  /** Accepts no more operations and lets the threads end once those queued are done. */
  void close() {
    closing = true;
    waiting.add(END);
  }

  /** Fails what is still queued, as no thread is left to run it. */
  void end() {
    closing = true;
    ended = true;
    List<QueuedOperation<?>> left = new ArrayList<>();
    waiting.drainTo(left);
    left.stream().filter(operation -> operation != END).forEach(this::refuse);
  }

  private void refuse(QueuedOperation<?> operation) {
    operation.fail(closingFailure());
    settle(operation);
  }

  private RuntimeException closingFailure() {
    return SqliteFailures.unavailable(name + ": the database is closing");
  }
}
