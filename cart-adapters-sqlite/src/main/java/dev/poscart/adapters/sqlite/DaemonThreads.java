package dev.poscart.adapters.sqlite;

import java.util.concurrent.CompletableFuture;

/** How this adapter starts threads. */
final class DaemonThreads {

  private DaemonThreads() {}

  /**
   * A thread that does not keep the process alive: what was acknowledged is committed, so there is
   * nothing to wait for but an orderly close, and that is waited for by whoever asks for it.
   */
  static Thread named(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a thread.
   *
   * @return completes when the task has ended, however it did
   */
  static CompletableFuture<Void> start(String name, Runnable task) {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Runnable telling =
        () -> {
          try {
            task.run();
          } finally {
            ended.complete(null);
          }
        };
    named(name, telling).start();
    return ended;
  }
}
