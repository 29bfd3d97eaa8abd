package dev.poscart.app;

import dev.poscart.app.config.Arguments;
import dev.poscart.app.config.Arguments.Request;
import dev.poscart.app.config.ConfigRequest;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.DemoRequest;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.ExportRequest;
import dev.poscart.app.config.HealthRequest;
import dev.poscart.app.config.IncidentRequest;
import dev.poscart.app.config.ItemImportRequest;
import dev.poscart.app.config.LoadTestRequest;
import dev.poscart.app.config.MigrationConfig;
import dev.poscart.app.config.ReportPrintRequest;
import dev.poscart.app.config.RestoreRequest;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.console.StandardError;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a command. An error that the operator can fix is printed to the error stream in one line,
 * and the exit code is 2. Anything else is a bug: the stack trace goes to the log, and the exit
 * code is 1.
 */
final class Program {

  private final PrintStream out;
  private final PrintStream err;
  private final Consumer<CompletionStage<Poscart>> beforeServing;

  /**
   * @param beforeServing receives the service before it starts; the stage fails if it cannot start
   */
  Program(PrintStream out, PrintStream err, Consumer<CompletionStage<Poscart>> beforeServing) {
    this.out = out;
    this.err = err;
    this.beforeServing = beforeServing;
  }

  /**
   * Parses the command line and the environment and runs the command.
   *
   * @return the exit code, or empty once the service is running; never fails
   */
  CompletionStage<OptionalInt> run(List<String> words, Map<String, String> environment) {
    boolean terminal = StandardError.isTerminal(environment);
    return CompletableFuture.completedFuture(words)
        .thenApply(given -> Arguments.parse(given, environment))
        .thenCompose(request -> run(request, terminal))
        .exceptionally(failure -> OptionalInt.of(failed(Stages.cause(failure))));
  }

  /**
   * @param terminal whether a person reads standard error
   */
  private CompletionStage<OptionalInt> run(Request request, boolean terminal) {
    if (request instanceof Request.Serve serve) {
      return serve(ServiceConfig.read(serve.values()), serve.ineffective())
          .thenApply(serving -> OptionalInt.empty());
    }
    if (request instanceof DemoRequest demo) {
      return new DemoCommand(out, err, terminal).run(demo, config -> serve(config, List.of()));
    }
    if (request instanceof ExportRequest export) {
      return ExportCommand.run(export, out, err, terminal).thenApply(OptionalInt::of);
    }
    if (request instanceof LoadTestRequest load) {
      return new LoadTest(out, err, terminal).run(load).thenApply(OptionalInt::of);
    }
    return runOnDatabase(request, terminal);
  }

  private CompletionStage<OptionalInt> runOnDatabase(Request request, boolean terminal) {
    if (request instanceof Request.VerifyLog check) {
      return verifyLog(check, terminal).thenApply(OptionalInt::of);
    }
    if (request instanceof RestoreRequest restore) {
      return checkBackup(restore, terminal).thenApply(OptionalInt::of);
    }
    if (request instanceof Request.MigrationCheck check) {
      return checkMigration(check).thenApply(OptionalInt::of);
    }
    if (request instanceof IncidentRequest incidents) {
      return IncidentList.run(incidents, out).thenApply(OptionalInt::of);
    }
    if (request instanceof ReportPrintRequest report) {
      return new ReportPrint(out, err, terminal).run(report).thenApply(OptionalInt::of);
    }
    return CompletableFuture.completedFuture(OptionalInt.of(runLocally(request)));
  }

  /** The commands that open no database and start no service. */
  private int runLocally(Request request) {
    if (request instanceof ItemImportRequest items) {
      return ItemImportCommand.run(items, out, err, Clock.systemUTC());
    }
    if (request instanceof ConfigRequest config) {
      return ConfigCommand.run(config, out, this::refused);
    }
    if (request instanceof HealthRequest health) {
      return HealthCheck.run(health, out, err);
    }
    if (request instanceof Request.Backup backup) {
      out.println(Backup.run(backup));
    }
    if (request instanceof Request.Print print) {
      out.print(print.text());
    }
    return ExitCode.DONE.code();
  }

  private CompletionStage<Poscart> serve(ServiceConfig config, List<String> ineffective) {
    CompletableFuture<Void> begin = new CompletableFuture<>();
    CompletionStage<Poscart> service = begin.thenCompose(begun -> Poscart.start(config));
    beforeServing.accept(service);
    begin.complete(null);
    return service.whenComplete(
        (serving, failure) -> {
          if (failure == null) {
            logOddities(config, ineffective);
            out.print(FirstMinute.block(config, serving.port()));
          }
        });
  }

  /** What an operator might not expect of the service that has just started. */
  private static void logOddities(ServiceConfig config, List<String> ineffective) {
    if (!ineffective.isEmpty()) {
      log().warn("settings without effect: {}", String.join("; ", ineffective));
    }
    if (config.demo()) {
      log().info("serving the demo store: its API keys are public, so use it for evaluation only");
    } else if (config.events().publisher().isEmpty()) {
      log().warn("no publisher is configured, events wait: DAPR_HTTP_ENDPOINT or PUBSUB_URL");
    }
  }

  /** Exit code 1 is reserved for faults in the log. */
  private CompletionStage<Integer> verifyLog(Request.VerifyLog check, boolean terminal) {
    return Stages.attempt(() -> new LogCheck(out, err, terminal).run(check))
        .exceptionally(failure -> notChecked("the log", Stages.cause(failure)));
  }

  private CompletionStage<Integer> checkBackup(RestoreRequest restore, boolean terminal) {
    return Stages.attempt(() -> new RestoreCheck(out, err, terminal).run(restore.from()))
        .exceptionally(failure -> notChecked("the backup", Stages.cause(failure)));
  }

  /** Here, too, exit code 1 is reserved for what was found. */
  private CompletionStage<Integer> checkMigration(Request.MigrationCheck check) {
    return MigrationCheck.run(MigrationConfig.read(check.values()), out)
        .exceptionally(failure -> notChecked("the databases", Stages.cause(failure)));
  }

  private int notChecked(String what, Throwable cause) {
    Object reason =
        cause instanceof PortException failed ? failed.port() + ": " + failed.detail() : cause;
    return refused("cannot check " + what + ": " + reason);
  }

  private int failed(Throwable cause) {
    if (cause instanceof PortException failure) {
      return refused(failure.detail());
    }
    if (cause instanceof ConfigurationException wrong) {
      return refused(String.valueOf(wrong.getMessage()));
    }
    log().error("poscart cannot start", cause);
    return ExitCode.FAULTY.code();
  }

  private int refused(String sentence) {
    err.println("poscart: " + sentence);
    return ExitCode.REFUSED.code();
  }

  /** Not a constant, for the reason given in {@link Main}. */
  private static Logger log() {
    return LoggerFactory.getLogger(Program.class);
  }
}
