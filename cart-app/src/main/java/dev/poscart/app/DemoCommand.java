package dev.poscart.app;

import dev.poscart.app.config.DemoRequest;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.console.Progress;
import dev.poscart.app.demo.DemoDay;
import java.io.PrintStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * The {@code demo} command: rings up a day at the demo store.
 *
 * @param terminal whether {@code err} is one, on which the progress is shown
 */
record DemoCommand(PrintStream out, PrintStream err, boolean terminal) {

  /**
   * Rings up the day.
   *
   * @param serving starts the service, unless the request names a running one
   * @return the exit code, or empty if the service that was started goes on serving
   */
  CompletionStage<OptionalInt> run(
      DemoRequest request, Function<ServiceConfig, CompletionStage<Poscart>> serving) {
    if (request.url().isPresent()) {
      return ring(request, request.url().get(), "")
          .thenApply(day -> OptionalInt.of(ExitCode.DONE.code()));
    }
    ServiceConfig config = ServiceConfig.read(request.values());
    return serving
        .apply(config)
        .thenCompose(
            service ->
                ring(
                        request,
                        URI.create("http://localhost:" + service.port()),
                        " --data-dir " + config.data().dataDir())
                    .exceptionallyCompose(
                        failure ->
                            service
                                .stop()
                                .thenCompose(stopped -> CompletableFuture.failedFuture(failure))))
        .thenApply(day -> OptionalInt.empty());
  }

  /**
   * @param place options that say where the data is, for commands that are printed
   */
  private CompletionStage<DemoDay> ring(DemoRequest request, URI service, String place) {
    Progress progress = Progress.of(err, terminal, "demo", request.customers());
    return DemoDay.run(service, request.customers(), request.seed(), progress)
        .whenComplete(
            (day, failure) ->
                Optional.ofNullable(day).ifPresent(done -> print(done, service, place)));
  }

  private void print(DemoDay day, URI service, String place) {
    out.println();
    day.tills().forEach(till -> out.println("  " + till));
    out.println("\nOpen:");
    out.println("  " + service.resolve(FirstMinute.DEMO_REGISTER));
    out.println("  " + service.resolve("/docs"));
    if (!place.isEmpty()) {
      out.println("Try:");
      out.printf(
          "  poscart report --tenant D0001 --store 0001 --date %s%s%n", day.businessDate(), place);
      out.println("  poscart export --tenant D0001 --type journal --format text" + place);
      out.println("  poscart verify-log --tenant D0001" + place);
    }
  }
}
