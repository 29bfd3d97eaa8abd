package dev.poscart.adapters.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * Work on its way from the callers to the threads that do it, and its results on their way back.
 *
 * <p>Room is taken when work is queued and given back when its result begins to be told. So neither
 * a slow disk nor slow listeners can pile up more than the bound; callers are refused at once
 * instead.
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
    // Closing may have overtaken this caller between the look and the add: (1) it looked, (2) the
    // last thread left, (3) it added. Whoever gets the work out of the queue tells it.
    if (ended && waiting.remove(work)) {
      refuse(work);
    }
    return work.stage();
  }

  /**
   * Waits for work and takes what is there.
   *
   * @return at most {@code limit} pieces; none once the queue is closed and empty
   */
  List<QueuedOperation<?>> take(int limit) throws InterruptedException {
    List<QueuedOperation<?>> taken = new ArrayList<>();
    taken.add(waiting.take());
    waiting.drainTo(taken, limit - 1);
    if (taken.remove(END)) {
      // To be met again: behind what was added meanwhile, and by the other threads of this queue.
      waiting.add(END);
    }
    return taken;
  }

  /** Hands a result to its listeners, on a thread that may be slow. */
  void settle(QueuedOperation<?> operation) {
    completions.execute(
        () -> {
          room.release();
          operation.tell();
        });
  }

  /** Accepts no more. */
  void refuseNew() {
    closing = true;
  }

  /** Accepts no more and lets its threads go when what is queued is done. */
  void close() {
    closing = true;
    waiting.add(END);
  }

  /** Says that no thread is left to do anything. */
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
    return SqliteFailures.unavailable(name + ": the store is closing");
  }
}
