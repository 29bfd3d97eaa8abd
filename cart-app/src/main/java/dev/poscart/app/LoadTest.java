package dev.poscart.app;

import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.ExitCode;
import dev.poscart.app.config.LoadTestRequest;
import dev.poscart.app.console.Progress;
import dev.poscart.app.console.TextTable;
import dev.poscart.app.load.CheckedTills;
import dev.poscart.app.load.Crowd;
import dev.poscart.app.load.HtmlReport;
import dev.poscart.app.load.LoadResult;
import dev.poscart.app.load.LoadTarget;
import dev.poscart.app.load.Scenario;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The {@code load-test} command: puts a running service under load and reports how it answers.
 *
 * @param terminal whether {@code err} is one, on which the progress is shown
 */
record LoadTest(PrintStream out, PrintStream err, boolean terminal) {

  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final String CASH = "01";

  /**
   * Runs the load.
   *
   * @return the exit code; fails with {@link dev.poscart.domain.port.PortException} if the service
   *     does not have what the load needs
   */
  CompletionStage<Integer> run(LoadTestRequest request) {
    CheckedTills tills = new CheckedTills(HttpClient.newHttpClient(), request.service());
    return tills
        .check(request.terminals())
        .thenCompose(
            checked ->
                request.itemCodes().isEmpty()
                    ? tills.itemCodes(request.terminals().get(0))
                    : CompletableFuture.completedFuture(request.itemCodes()))
        .thenCompose(codes -> load(request, codes));
  }

  private CompletionStage<Integer> load(LoadTestRequest request, List<String> codes) {
    Scenario scenario =
        new Scenario(request.cancels() ? "" : CASH, request.items(), request.pause(), codes);
    Crowd crowd = new Crowd(scenario, request.terminals());
    LoadTarget target = new LoadTarget(request.service().toString(), request.service(), List.of());
    List<LoadResult> results = new ArrayList<>();
    Progress progress = progress(request);
    CompletionStage<LoadResult> runs =
        crowd.load(target, Collections.max(request.users()), WARM_UP, progress::at);
    long before = WARM_UP.toSeconds();
    for (int users : request.users()) {
      long began = before;
      runs =
          runs.thenCompose(
                  warm ->
                      crowd.load(
                          target, users, request.time(), seconds -> progress.at(began + seconds)))
              .thenApply(
                  result -> {
                    results.add(result);
                    return result;
                  });
      before += request.time().toSeconds();
    }
    return runs.whenComplete((done, failure) -> progress.end())
        .thenApply(done -> report(request, scenario, results));
  }

  private int report(LoadTestRequest request, Scenario scenario, List<LoadResult> results) {
    List<List<String>> rows = new ArrayList<>(List.of(LoadResult.head(List.of())));
    results.forEach(result -> rows.add(result.row()));
    out.print(TextTable.of(rows));
    String what =
        scenario.describe() + " Each row is a run of %d s.".formatted(request.time().toSeconds());
    try {
      Files.writeString(request.report(), new HtmlReport(what, results).page());
    } catch (IOException e) {
      throw ConfigurationException.wrongValue(
          "--report", request.report().toString(), "a file that can be written", e);
    }
    out.println("plots: " + request.report());
    boolean clean = results.stream().allMatch(result -> result.failures() == 0);
    return (clean ? ExitCode.DONE : ExitCode.FAULTY).code();
  }

  private Progress progress(LoadTestRequest request) {
    long runs = request.users().size();
    return Progress.of(
        err, terminal, "load", WARM_UP.toSeconds() + runs * request.time().toSeconds());
  }
}
