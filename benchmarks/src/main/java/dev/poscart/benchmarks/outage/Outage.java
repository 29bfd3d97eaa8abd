package dev.poscart.benchmarks.outage;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import dev.poscart.benchmarks.outage.TillLog.Wait;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The command: all kinds of faults between service and item master. See its script for the options.
 */
public final class Outage {

  private static final String OURS = "this build";
  private static final long PROMISED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Options options;
  private final Map<String, Path> builds = new LinkedHashMap<>();
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Wait> silences = new ArrayList<>();

  private Outage(Options options) {
    this.options = options;
    builds.put(OURS, BenchmarkPaths.serviceJar());
    String other = options.text("against", "");
    int equals = other.indexOf('=');
    if (equals >= 0) {
      builds.put(other.substring(0, equals), Path.of(other.substring(equals + 1)));
    } else if (!other.isEmpty()) {
      builds.put("other build", Path.of(other));
    }
  }

  /** Stages all scenarios and writes the report. */
  public static void main(String[] words) {
    Set<String> known = Set.of("only", "rounds", "row-seconds", "users", "idle-seconds", "against");
    new Outage(new Options(known, words)).run();
  }

  private void run() {
    rows.add(
        cells(
            "faults of the item master",
            "service",
            "rounds",
            "waits",
            "refused",
            "median ms",
            "p95 ms",
            "greatest ms",
            "connections more",
            "most attempts in 1 s",
            "calls beyond the answers"));
    String only = options.text("only", "");
    scenarios().stream()
        .filter(scenario -> scenario.name().contains(only))
        .forEach(scenario -> builds.forEach((name, jar) -> stage(scenario, name, jar)));
    write();
  }

  private void write() {
    Report report =
        new Report()
            .head(
                "The packaged service without item cache, at the default deadline of 5 s, behind a "
                    + "network that swallows what is sent on open connections. Rounds are repeated up "
                    + "to %d times, but none begins after %d s of a row."
                        .formatted(rounds(), rowSeconds()))
            .table(rows);
    if (!silences.isEmpty()) {
      report.line(verdict());
    }
    report.write("outage");
  }

  private List<FaultScenario> scenarios() {
    List<FaultScenario> scenarios = new ArrayList<>();
    options
        .numbers("idle-seconds", "1")
        .forEach(s -> scenarios.add(FaultScenario.silentWhileIdle(s)));
    options
        .numbers("users", "1,15,100")
        .forEach(tills -> scenarios.add(FaultScenario.silentUnderLoad(tills, Direction.values())));
    for (Direction direction : Direction.values()) {
      scenarios.add(FaultScenario.silentUnderLoad(15, direction));
    }
    scenarios.add(FaultScenario.down(Duration.ofMillis(500)));
    scenarios.add(FaultScenario.down(Duration.ofSeconds(5)));
    scenarios.add(FaultScenario.frozenProcess(Duration.ofSeconds(7)));
    scenarios.add(FaultScenario.slow());
    return scenarios;
  }

  private int rounds() {
    return options.number("rounds", 20);
  }

  private int rowSeconds() {
    return options.number("row-seconds", 30);
  }

  private void stage(FaultScenario scenario, String build, Path jar) {
    List<Wait> waits = new ArrayList<>();
    int played = 0;
    try (Stage stage = new Stage(jar, scenario.tills(), scenario.options())) {
      scenario.prepared().on(stage);
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(rowSeconds());
      do {
        waits.addAll(scenario.round().on(stage));
        played++;
      } while (played < rounds() && System.nanoTime() - until < 0);
      stage.closeTills();
      row(scenario, build, played, waits, stage);
    }
    if (scenario.isSilence() && build.equals(OURS)) {
      silences.addAll(waits);
    }
  }

  private void row(
      FaultScenario scenario, String build, int played, List<Wait> waits, Stage stage) {
    ItemMasterProcess.Counts counts = stage.itemMaster().counts();
    List<Long> sorted = waits.stream().map(Wait::waitedNanos).sorted().toList();
    rows.add(
        cells(
            scenario.name(),
            build,
            played,
            sorted.size(),
            refused(waits),
            millis(sorted, 50),
            millis(sorted, 95),
            millis(sorted, 100),
            counts.transports() - 1,
            stage.network().mostArrivalsInASecond(),
            counts.lookUps() - stage.goodLookUps()));
    System.err.println("benchmarks: " + String.join(" | ", rows.get(rows.size() - 1)));
  }

  private String verdict() {
    long late = silences.stream().filter(wait -> wait.waitedNanos() > PROMISED_NANOS).count();
    List<Long> sorted = silences.stream().map(Wait::waitedNanos).sorted().toList();
    return "Silent connections, this build: %d waits, half of them up to %d ms; %d longer than 1 s, %d look-ups refused."
        .formatted(sorted.size(), millis(sorted, 50), late, refused(silences));
  }

  private static int refused(List<Wait> waits) {
    return waits.stream().mapToInt(Wait::refused).sum();
  }

  private static long millis(List<Long> sorted, int percent) {
    int index = Math.max(0, (sorted.size() * percent + 99) / 100 - 1);
    return TimeUnit.NANOSECONDS.toMillis(sorted.get(index));
  }
}
