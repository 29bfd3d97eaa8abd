package dev.poscart.benchmarks.footprint;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Starts the packaged service with its demo store several times and puts a small load on the last
 * one.
 */
public final class Footprint {

  private static final Set<String> OPTIONS = Set.of("starts", "requests", "class-data");

  private Footprint() {}

  /** The command; see its script for the options. */
  public static void main(String[] words) {
    Options options = new Options(OPTIONS, words);
    int starts = options.number("starts", 7);
    int requests = options.number("requests", 2_000);
    List<FirstAnswers> answers = new ArrayList<>();
    boolean classData = options.text("class-data", "yes").equals("yes");
    for (int i = 1; i < starts; i++) {
      answers.add(inNewService(classData, FirstAnswers::await));
    }
    List<List<String>> rows = inNewService(classData, service -> last(service, requests, answers));
    new Report()
        .head(
            "The packaged service with its demo store, embedded database and embedded item master,"
                + " started %d times on an empty data folder; then %d add-item requests, one after"
                    .formatted(starts, requests)
                + " another on one connection, 20 to a cart, after as many for warming up, each"
                + " group of 20 followed by 20 requests to `/health/live` as the floor.")
        .table(rows)
        .write(classData ? "footprint" : "footprint-without-class-data");
  }

  private interface Measurement<T> {
    T of(ServiceProcess service);
  }

  private static <T> T inNewService(boolean classData, Measurement<T> measurement) {
    Path dataDir = BenchmarkPaths.temporary();
    try (ServiceProcess service =
        classData
            ? ServiceProcess.packaged(dataDir, List.of())
            : ServiceProcess.ofJar(BenchmarkPaths.serviceJar(), dataDir, List.of())) {
      return measurement.of(service);
    } finally {
      BenchmarkPaths.remove(dataDir);
    }
  }

  private static List<List<String>> last(
      ServiceProcess service, int requests, List<FirstAnswers> answers) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(cells("what", "figure", "spread"));
    answers.add(FirstAnswers.await(service));
    addStart(rows, "start to first `/health/ready` 200", answers, FirstAnswers::readyNanos);
    addStart(rows, "start to first cart", answers, FirstAnswers::cartNanos);
    addStart(rows, "the very first add-item request", answers, FirstAnswers::addNanos);
    addStart(rows, "the item look-up in it, the first of all", answers, FirstAnswers::lookUpNanos);
    ProcessFigures idle = ProcessFigures.of(service.pid());
    RequestTimes times = RequestTimes.measure(service.base(), requests);
    ProcessFigures loaded = ProcessFigures.of(service.pid());
    rows.add(cells("resident memory after the start", idle.resident(), ""));
    rows.add(cells("resident memory after the load", loaded.resident(), ""));
    rows.add(cells("heap in use after the load and a full collection", loaded.heap(), ""));
    rows.add(cells("threads after the start", idle.threads(), ""));
    rows.add(cells("threads after the load", loaded.threads(), ""));
    rows.addAll(times.rows());
    return rows;
  }

  private interface Figure {
    long of(FirstAnswers answers);
  }

  private static void addStart(
      List<List<String>> rows, String what, List<FirstAnswers> answers, Figure figure) {
    List<Long> sorted = new ArrayList<>(answers.stream().map(figure::of).toList());
    Collections.sort(sorted);
    rows.add(
        cells(
            what + ", median of " + sorted.size(),
            seconds(sorted.get(sorted.size() / 2)),
            seconds(sorted.get(0)) + " to " + seconds(sorted.get(sorted.size() - 1))));
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f s", nanos / 1e9);
  }
}
