package dev.poscart.web;

import dev.poscart.domain.port.Continuations;
import java.util.concurrent.Executor;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The threads of the web server. */
final class WebThreads extends QueuedThreadPool {

  private static final int MIN_THREADS = 8;

  WebThreads(int maxThreads) {
    super(maxThreads, MIN_THREADS);
    setName("web");
  }

  /** Runs a task on the current thread if that is allowed, else on one of these. */
  Executor fromHere() {
    return task -> {
      if (Continuations.areAllowedHere()) {
        task.run();
      } else {
        execute(task);
      }
    };
  }

  @Override
  public Thread newThread(Runnable task) {
    return super.newThread(Continuations.allowedIn(task));
  }
}
