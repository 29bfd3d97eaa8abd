package dev.poscart.app;

import dev.poscart.app.config.CommandLine;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.domain.port.PortException;
import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The program. Exits with 2 if it cannot start, check or copy with what it was given. */
public final class Main {

  static {
    // Before anything resolves a name, as setting up the log may do.
    HostNames.resolveAnew();
  }

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Reads the command line and the environment and does what they ask for. */
  public static void main(String[] words) {
    try {
      CommandLine.Request request = CommandLine.parse(Arrays.asList(words), System.getenv());
      if (request instanceof CommandLine.Request.Serve serve) {
        serve(ServiceConfig.read(serve.values()));
      } else if (request instanceof CommandLine.Request.VerifyLog check) {
        verifyLog(check);
      } else if (request instanceof CommandLine.Request.Backup backup) {
        backUp(backup);
      } else {
        System.out.print(CommandLine.help());
      }
    } catch (ConfigurationException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private static void verifyLog(CommandLine.Request.VerifyLog check) {
    try {
      System.exit(LogCheck.run(check, System.out).toCompletableFuture().join());
    } catch (PortException e) {
      refuse(String.valueOf(e.getMessage()));
    } catch (CompletionException e) {
      refuse("the log cannot be checked: " + e.getCause());
    }
  }

  private static void backUp(CommandLine.Request.Backup backup) {
    try {
      System.out.println(Backup.run(backup));
    } catch (PortException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private static void serve(ServiceConfig config) {
    try {
      Poscart service = Poscart.start(config).toCompletableFuture().join();
      Runnable stop = () -> stop(service);
      new Signals(() -> inForeground(stop), Main::endAtOnce).listen(stop);
      if (config.demo()) {
        LOG.info("serving the demo store; its API keys are public, it is for trying out only");
      }
    } catch (CompletionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof ConfigurationException || cause instanceof PortException) {
        refuse(String.valueOf(cause.getMessage()));
      } else {
        LOG.error("the service cannot start", cause);
        System.exit(1);
      }
    }
  }

  /** Signals are told on daemon threads, whose children would not keep the process alive. */
  private static void inForeground(Runnable stop) {
    Thread thread = new Thread(stop, "shutdown");
    thread.setDaemon(false);
    thread.start();
  }

  /** An orderly end is a success, whichever signal asked for it. */
  private static void stop(Poscart service) {
    service.stop().toCompletableFuture().join();
    Runtime.getRuntime().halt(0);
  }

  /** Whoever asks twice will not wait; the exit code tells the signal, as a shell's does. */
  private static void endAtOnce(int signal) {
    LOG.warn("told to end again: ending at once, whatever is under way");
    Runtime.getRuntime().halt(128 + signal);
  }

  private static void refuse(String message) {
    System.err.println("poscart: " + message);
    System.exit(2);
  }
}
