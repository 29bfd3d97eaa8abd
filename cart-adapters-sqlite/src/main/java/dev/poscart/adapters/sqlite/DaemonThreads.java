package dev.poscart.adapters.sqlite;

import java.util.concurrent.CompletableFuture;

/** Creates the threads of this adapter. */
final class DaemonThreads {

  private DaemonThreads() {}

  /**
   * Creates a daemon thread. It need not keep the process alive: acknowledged writes are committed,
   * and an orderly close waits for it explicitly.
   */
  static Thread named(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Starts a daemon thread.
   *
   * @return completes when the task has ended, normally or not
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
