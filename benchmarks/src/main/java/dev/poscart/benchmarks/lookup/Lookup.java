package dev.poscart.benchmarks.lookup;

import static dev.poscart.benchmarks.Report.cells;

import dev.poscart.benchmarks.BenchmarkPaths;
import dev.poscart.benchmarks.Options;
import dev.poscart.benchmarks.Report;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The command; see its script for the options. */
public final class Lookup {

  private static final Set<String> OPTIONS =
      Set.of("forks", "warm-up", "iterations", "millis", "rounds", "batch");

  private static final int CROWD = 15;
  private static final String SHARED = "LookupBenchmark.adapterUncached";
  private static final String RIVAL = "LookupBenchmark.channelPerCall";

  private final Options options;

  private Lookup(Options options) {
    this.options = options;
  }

  /** Runs JMH and the paired comparison, and writes the reports. */
  public static void main(String[] words) throws RunnerException {
    Options options = new Options(OPTIONS, words);
    new Lookup(options).jmh();
    Overhead.measure(options.number("rounds", 1_000), options.number("batch", 50))
        .write("lookup-overhead");
  }

  private void jmh() throws RunnerException {
    Collection<RunResult> alone =
        new Runner(
                options("lookup-jmh-1.txt")
                    .include("\\.(Lookup|Refusal)Benchmark\\.")
                    .mode(Mode.AverageTime)
                    .timeUnit(TimeUnit.MICROSECONDS)
                    .addProfiler(GCProfiler.class)
                    .build())
            .run();
    Collection<RunResult> crowd =
        new Runner(
                options("lookup-jmh-15.txt")
                    .include("\\.LookupBenchmark\\.(bareStub|adapterUncached|channelPerCall)$")
                    .mode(Mode.Throughput)
                    .timeUnit(TimeUnit.SECONDS)
                    .threads(CROWD)
                    .build())
            .run();
    report(alone, crowd).write("lookup");
  }

  private ChainedOptionsBuilder options(String log) {
    TimeValue second = TimeValue.milliseconds(options.number("millis", 1_000));
    return new OptionsBuilder()
        .forks(options.number("forks", 2))
        .warmupIterations(options.number("warm-up", 3))
        .warmupTime(second)
        .measurementIterations(options.number("iterations", 3))
        .measurementTime(second)
        .jvmArgs("-XX:+UseSerialGC", "-Xmx512m", "-DLOG_LEVEL=ERROR")
        .shouldFailOnError(true)
        .output(BenchmarkPaths.results().resolve(log).toString());
  }

  private static Report report(Collection<RunResult> alone, Collection<RunResult> crowd) {
    List<List<String>> times = new ArrayList<>();
    times.add(
        cells("one caller", "microseconds for each look-up", "± (99.9 %)", "bytes allocated"));
    for (RunResult result : alone) {
      Result<?> time = result.getPrimaryResult();
      times.add(
          cells(
              name(result), figure(time.getScore()), figure(time.getScoreError()), bytes(result)));
    }
    List<List<String>> rates = new ArrayList<>();
    rates.add(cells(CROWD + " callers", "look-ups/s", "± (99.9 %)"));
    for (RunResult result : crowd) {
      Result<?> rate = result.getPrimaryResult();
      rates.add(cells(name(result), whole(rate.getScore()), whole(rate.getScoreError())));
    }
    return new Report()
        .head("One look-up by JMH; client, server and load share the machine.")
        .table(times)
        .table(rates)
        .line(
            "The shared channel (adapter without cache) gives %.1f times the throughput of a channel for each call."
                .formatted(score(crowd, SHARED) / score(crowd, RIVAL)));
  }

  private static double score(Collection<RunResult> results, String name) {
    return results.stream()
        .filter(result -> result.getParams().getBenchmark().endsWith(name))
        .mapToDouble(result -> result.getPrimaryResult().getScore())
        .sum();
  }

  private static String name(RunResult result) {
    return "`" + result.getPrimaryResult().getLabel() + "`";
  }

  private static String bytes(RunResult result) {
    return Optional.<Result<?>>ofNullable(result.getSecondaryResults().get("gc.alloc.rate.norm"))
        .map(allocated -> whole(allocated.getScore()))
        .orElse("?");
  }

  private static String figure(double number) {
    return String.format(Locale.ROOT, number < 10 ? "%.3f" : "%.1f", number);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
