package dev.poscart.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process: begins with the words after the program's name and ends with an exit code. */
public final class Main {

  static {
    // Before anything resolves a name, as setting up the log may do.
    HostNames.resolveAnew();
  }

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  /** A profiler may write a large recording; a coverage agent needs milliseconds. */
  private static final ProcessEnd END = new ProcessEnd(Duration.ofSeconds(20));

  private Main() {}

  /** Does what the words and the environment ask for. */
  public static void main(String[] words) {
    new Program(System.out, System.err, Main::stopWhenSignalled)
        .run(Arrays.asList(words), System.getenv())
        .toCompletableFuture()
        .join()
        .ifPresent(END::exit);
  }

  /** A signal that comes during the start is heard when the start is over. */
  private static void stopWhenSignalled(CompletionStage<Poscart> service) {
    Runnable stopAndExit =
        () -> {
          if (stopAndWait(service)) {
            // An orderly end is a success, whichever signal asked for it.
            END.exit(0);
          }
        };
    new Signals(() -> inForeground(stopAndExit), Main::endAtOnce)
        .listen(() -> stopAndWait(service));
  }

  /** Returns false if there is nothing to stop, because the start failed. */
  private static boolean stopAndWait(CompletionStage<Poscart> service) {
    return service
        .thenCompose(Poscart::stop)
        .handle((stopped, failure) -> failure == null)
        .toCompletableFuture()
        .join();
  }

  /** Signals are told on daemon threads, whose children would not keep the process alive. */
  private static void inForeground(Runnable stop) {
    Thread thread = new Thread(stop, "shutdown");
    thread.setDaemon(false);
    thread.start();
  }

  /** Whoever asks twice will not wait; the exit code tells the signal, as a shell's does. */
  private static void endAtOnce(int signal) {
    LOG.warn("told to end again: ending at once, whatever is in progress");
    Runtime.getRuntime().halt(128 + signal);
  }
}
