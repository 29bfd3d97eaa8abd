package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.Continuations;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which stages complete. Callers' continuations run there, up to writing a response
 * to a slow network; on the writer thread they would make every till wait.
 */
final class CompletionThreads extends ThreadPoolExecutor {

  private static final long IDLE_SECONDS = 30;

  private final CompletableFuture<Void> terminated = new CompletableFuture<>();

  CompletionThreads(int threads) {
    super(
        threads,
        threads,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> DaemonThreads.named("sqlite-completion", Continuations.allowedIn(task)),
        // After shutdown only refusals of late callers arrive; they complete on the submitting
        // thread.
        (task, pool) -> task.run());
    allowCoreThreadTimeOut(true);
  }

  /**
   * Lets the threads end when all queued completions have run.
   *
   * @return completes when all threads have ended
   */
  CompletableFuture<Void> end() {
    shutdown();
    return terminated;
  }

  @Override
  protected void terminated() {
    terminated.complete(null);
  }
}
