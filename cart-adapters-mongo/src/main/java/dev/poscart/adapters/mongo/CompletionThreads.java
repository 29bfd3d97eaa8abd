package dev.poscart.adapters.mongo;

import dev.poscart.domain.port.Continuations;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates the threads that parse responses and run callers' continuations, one per processor. */
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
          Thread thread =
              new Thread(
                  Continuations.allowedIn(task), "mongo-answers-" + number.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        // A response that arrives after shutdown is still delivered, on the driver's thread.
        (task, stopped) -> task.run());
  }
}
