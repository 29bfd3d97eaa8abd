package dev.poscart.benchmarks.floors;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * What one round showed.
 *
 * @param cpuMicros processor time per request
 * @param allocated bytes per request; not a number where they were not counted
 */
public record Figures(
    double perSecond, double cpuMicros, double allocated, double p50, double p99) {

  /** Figures of requests whose times are given in nanoseconds. */
  public static Figures of(Histogram nanos, long tookNanos, long cpuNanos, long allocated) {
    double requests = nanos.getTotalCount();
    return new Figures(
        requests / tookNanos * 1e9,
        cpuNanos / requests / 1e3,
        allocated / requests,
        nanos.getValueAtPercentile(50) / 1e6,
        nanos.getValueAtPercentile(99) / 1e6);
  }

  /** Medians of all rounds, with the lowest and highest processor time, as cells of a table. */
  public static List<String> cells(List<Figures> rounds) {
    double[] cpu = rounds.stream().mapToDouble(Figures::cpuMicros).sorted().toArray();
    return List.of(
        text("%.0f", median(rounds, Figures::perSecond)),
        text("%.1f", median(rounds, Figures::cpuMicros)),
        text(Double.isNaN(cpu[0]) ? "-" : "%.1f to %.1f", cpu[0], cpu[cpu.length - 1]),
        text("%.1f", median(rounds, Figures::allocated) / 1024),
        text("%.2f", median(rounds, Figures::p50)),
        text("%.2f", median(rounds, Figures::p99)));
  }

  public static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values).replace("NaN", "-");
  }
}
