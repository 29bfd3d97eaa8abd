package dev.poscart.adapters.mongo;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads in which answers are read and callers go on: no more than can work at once. */
final class CompletionThreads {

  private CompletionThreads() {}

  static ExecutorService start() {
    int size = Math.max(2, Runtime.getRuntime().availableProcessors());
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        size,
        size,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        task -> {
          Thread thread = new Thread(task, "mongo-answers-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        // An answer that comes after the end still reaches who waits for it, in the driver's
        // thread.
        (task, stopped) -> task.run());
  }
}
