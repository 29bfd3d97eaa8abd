package dev.poscart.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process in the way in which shutdown hooks run: profilers, agents and coverage write
 * what they have then. A hook that hangs is left behind.
 */
final class ProcessEnd {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);

  private final Duration hooksBound;

  /**
   * @param hooksBound how long shutdown hooks may take, all of them together
   */
  ProcessEnd(Duration hooksBound) {
    this.hooksBound = hooksBound;
  }

  /** Ends with this exit code, even if hooks have to be left behind; does not return. */
  void exit(int code) {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(ProcessEnd::daemon);
    var unused =
        timer.schedule(() -> leaveHooksBehind(code), hooksBound.toMillis(), TimeUnit.MILLISECONDS);
    System.exit(code);
  }

  private void leaveHooksBehind(int code) {
    LOG.warn("shutdown hooks still run after {}: ending without them", hooksBound);
    Runtime.getRuntime().halt(code);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "end-of-process");
    thread.setDaemon(true);
    return thread;
  }
}
