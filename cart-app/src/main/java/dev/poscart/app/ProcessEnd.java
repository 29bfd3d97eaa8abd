package dev.poscart.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exits the process so that shutdown hooks run, in which profilers and coverage agents write their
 * data. Hooks that hang are abandoned.
 */
final class ProcessEnd {

  private final Duration hooksBound;

  /**
   * @param hooksBound time limit for all shutdown hooks together
   */
  ProcessEnd(Duration hooksBound) {
    this.hooksBound = hooksBound;
  }

  /**
   * Exits with this code, after the time limit even if hooks are still running. Does not return.
   */
  void exit(int code) {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ProcessEnd::daemon);
    var unused =
        timer.schedule(() -> leaveHooksBehind(code), hooksBound.toMillis(), TimeUnit.MILLISECONDS);
    System.exit(code);
  }

  private void leaveHooksBehind(int code) {
    log().warn("shutdown hooks are still running after {}: exiting without them", hooksBound);
    Runtime.getRuntime().halt(code);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "end-of-process");
    thread.setDaemon(true);
    return thread;
  }

  /** Not a constant, for the reason given in {@link Main}. */
  private static Logger log() {
    return LoggerFactory.getLogger(ProcessEnd.class);
  }
}
