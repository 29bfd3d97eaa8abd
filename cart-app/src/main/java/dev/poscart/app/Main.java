package dev.poscart.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entry point of the process: runs {@link Program} with the command line and the environment,
 * and turns signals and results into an exit code.
 */
public final class Main {

  static {
    // Runs before any name is resolved, which even initializing the logger may do.
    HostNames.resolveAnew();
  }

  /** Long enough for a profiler to write a large recording. */
  private static final ProcessEnd END = new ProcessEnd(Duration.ofSeconds(20));

  private Main() {}

  /** Runs the command given on the command line. */
  public static void main(String[] words) {
    new Program(System.out, System.err, Main::stopWhenSignalled)
        .run(Arrays.asList(words), System.getenv())
        .toCompletableFuture()
        .join()
        .ifPresent(END::exit);
  }

  /** A signal that arrives during startup takes effect once startup is over. */
  private static void stopWhenSignalled(CompletionStage<Poscart> service) {
    Runnable stopAndExit =
        () -> {
          if (stopAndWait(service)) {
            // A graceful shutdown is a success, whichever signal requested it.
            END.exit(0);
          }
        };
    new Signals(() -> inForeground(stopAndExit), Main::endAtOnce)
        .listen(() -> stopAndWait(service));
  }

  /** Returns false if there is nothing to stop because startup failed. */
  private static boolean stopAndWait(CompletionStage<Poscart> service) {
    return service
        .thenCompose(Poscart::stop)
        .handle((stopped, failure) -> failure == null)
        .toCompletableFuture()
        .join();
  }

  /**
   * Signal handlers run on daemon threads. The new thread would inherit that and not keep the
   * process alive.
   */
  private static void inForeground(Runnable stop) {
    Thread thread = new Thread(stop, "shutdown");
    thread.setDaemon(false);
    thread.start();
  }

  /**
   * A second signal ends the process without waiting. As in a shell, the exit code is 128 plus the
   * number of the signal.
   */
  private static void endAtOnce(int signal) {
    log().warn("second stop signal: exiting at once; requests in flight are dropped");
    Runtime.getRuntime().halt(128 + signal);
  }

  /** Not a constant: most commands log nothing, and preparing the log takes longer than they do. */
  private static Logger log() {
    return LoggerFactory.getLogger(Main.class);
  }
}
