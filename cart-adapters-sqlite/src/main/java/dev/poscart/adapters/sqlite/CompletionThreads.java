package dev.poscart.adapters.sqlite;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads on which stages complete. What a caller hangs on a stage runs there, up to writing an
 * answer to a slow network; on the writer's thread it would make every till wait.
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
        task -> DaemonThreads.named("sqlite-completion", task),
        // After the end there is only the refusal of a caller that came too late: told where it is.
        (task, pool) -> task.run());
    allowCoreThreadTimeOut(true);
  }

  /**
   * Lets the threads go when everything is told.
   *
   * @return completes once they are gone
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
