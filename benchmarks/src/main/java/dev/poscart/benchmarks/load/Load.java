package dev.poscart.benchmarks.load;

import dev.poscart.app.load.Crowd;
import dev.poscart.app.load.HtmlReport;
import dev.poscart.app.load.LoadResult;
import dev.poscart.app.load.LoadTerminal;
import dev.poscart.app.load.Scenario;
import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The command; see its script for the options. */
public final class Load {

  private static final Set<String> OPTIONS =
      Set.of(
          "scenario",
          "users",
          "seconds",
          "warm-up",
          "items",
          "pause-ms",
          "report",
          "ways",
          "base-url",
          "terminals",
          "item-codes");

  private static final String ALL_WAYS =
      "channel-per-lookup,channel-per-request,shared-channel,shipped";
  private static final int WARM_UP_USERS = 5;
  private static final String CASH = "01";

  private final Options options;
  private final List<Integer> users;
  private final int seconds;

  private Load(Options options) {
    this.options = options;
    users = options.numbers("users", "1,3,5,10,15,40");
    seconds = options.number("seconds", 5);
  }

  /** Runs the load and writes the reports. */
  public static void main(String[] words) {
    new Load(new Options(OPTIONS, words)).run();
  }

  private void run() {
    Scenario scenario = scenario();
    List<Subject> subjects = new ArrayList<>();
    try {
      open(subjects);
      Crowd crowd = new Crowd(scenario, terminals());
      for (Subject subject : subjects) {
        load(crowd, subject, WARM_UP_USERS, options.number("warm-up", 5));
      }
      write(scenario, measure(crowd, subjects), creations(subjects));
    } finally {
      for (Subject subject : subjects) {
        subject.close();
      }
    }
  }

  /**
   * The alternatives take turns at each number of users, so that a slow minute affects all of them.
   */
  private List<LoadResult> measure(Crowd crowd, List<Subject> subjects) {
    List<LoadResult> results = new ArrayList<>();
    for (int count : users) {
      for (Subject subject : subjects) {
        results.add(load(crowd, subject, count, seconds));
      }
    }
    return results;
  }

  private static LoadResult load(Crowd crowd, Subject subject, int users, int seconds) {
    return crowd
        .load(subject.target(), users, Duration.ofSeconds(seconds), sofar -> {})
        .toCompletableFuture()
        .join();
  }

  private void open(List<Subject> subjects) {
    String base = options.text("base-url", "");
    if (!base.isEmpty()) {
      subjects.add(Subject.at(URI.create(base)));
      return;
    }
    for (String way : options.list("ways", ALL_WAYS)) {
      subjects.add(Subject.start(way, terminalCount()));
    }
  }

  private int terminalCount() {
    return Math.max(WARM_UP_USERS, Collections.max(users));
  }

  private List<LoadTerminal> terminals() {
    String given = options.text("terminals", "");
    return given.isEmpty()
        ? Shop.terminals(terminalCount())
        : Arrays.stream(given.split(",", -1))
            .map(pair -> pair.split("=", 2))
            .map(pair -> new LoadTerminal(pair[0], pair[1]))
            .toList();
  }

  private Scenario scenario() {
    String codes = options.text("item-codes", "");
    return new Scenario(
        options.text("scenario", "cancel").equals("sale") ? CASH : "",
        options.number("items", 20),
        Duration.ofMillis(options.number("pause-ms", 0)),
        codes.isEmpty() ? Shop.itemCodes(400) : Arrays.asList(codes.split(",", -1)));
  }

  /** The rivals log nothing; the log that is counted is the adapter's. */
  private static String creations(List<Subject> subjects) {
    String lines =
        subjects.stream()
            .filter(subject -> subject.creationLines() > 0)
            .map(subject -> subject.way() + " " + subject.creationLines())
            .collect(Collectors.joining(", "));
    return "Lines in the log that tell of a new channel: %s."
        .formatted(lines.isEmpty() ? "none to be seen from here" : lines);
  }

  private void write(Scenario scenario, List<LoadResult> results, String creations) {
    String name =
        options.text("report", scenario.payment().isEmpty() ? "load-cancel" : "load-sale");
    List<List<String>> rows =
        new ArrayList<>(List.of(LoadResult.head(results.get(0).target().gauges())));
    results.forEach(result -> rows.add(result.row()));
    String what =
        scenario.describe()
            + " Each row is a run of %d s; the load runs on the same machine.".formatted(seconds);
    new Report().head(what).table(rows).line(creations).write(name);
    Path page = BenchmarkPaths.results().resolve(name + ".html");
    try {
      Files.writeString(page, new HtmlReport(what, results).page());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("Plots: " + page);
  }
}
