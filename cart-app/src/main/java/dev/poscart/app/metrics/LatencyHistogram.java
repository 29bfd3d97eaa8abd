package dev.poscart.app.metrics;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Durations, counted in the buckets of {@link Timers}. */
public final class LatencyHistogram {

  private static final double NANOS_PER_MILLI = 1e6;

  /** No durations. */
  public static final LatencyHistogram EMPTY =
      new LatencyHistogram(0, new long[Timers.BOUNDS.size()]);

  private final long count;

  /** For each bound, how many durations are at most as long. */
  private final long[] atMost;

  private LatencyHistogram(long count, long[] atMost) {
    this.count = count;
    this.atMost = atMost;
  }

  static LatencyHistogram of(Timer timer) {
    CountAtBucket[] buckets = timer.takeSnapshot().histogramCounts();
    long[] atMost = Arrays.stream(buckets).mapToLong(bucket -> (long) bucket.count()).toArray();
    // The timer may have counted on since: a quantile needs all durations in the buckets or beyond.
    return new LatencyHistogram(
        Math.max(timer.count(), atMost[atMost.length - 1]),
        Arrays.copyOf(atMost, Timers.BOUNDS.size()));
  }

  static LatencyHistogram of(Duration... durations) {
    return new LatencyHistogram(
        durations.length,
        Timers.BOUNDS.stream()
            .mapToLong(
                bound -> Arrays.stream(durations).filter(d -> d.compareTo(bound) <= 0).count())
            .toArray());
  }

  /** The number of durations. */
  public long count() {
    return count;
  }

  /** The durations of both. */
  public LatencyHistogram plus(LatencyHistogram other) {
    return new LatencyHistogram(count + other.count, combined(other, 1));
  }

  /** The durations that were counted since an earlier reading of the same timer. */
  public LatencyHistogram minus(LatencyHistogram earlier) {
    return new LatencyHistogram(count - earlier.count, combined(earlier, -1));
  }

  /**
   * An estimate of a quantile in milliseconds, as Prometheus makes it: linear within a bucket.
   * Beyond the last bound, the bound is all that is known.
   *
   * @param quantile such as 0.99
   * @return empty without durations
   */
  public OptionalDouble quantileMillis(double quantile) {
    if (count == 0) {
      return OptionalDouble.empty();
    }
    double rank = quantile * count;
    for (int i = 0; i < atMost.length; i++) {
      if (atMost[i] >= rank && atMost[i] > 0) {
        long before = i == 0 ? 0 : atMost[i - 1];
        double lower = i == 0 ? 0 : millis(i - 1);
        double share = (rank - before) / (atMost[i] - before);
        return OptionalDouble.of(lower + (millis(i) - lower) * share);
      }
    }
    return OptionalDouble.of(millis(atMost.length - 1));
  }

  private long[] combined(LatencyHistogram other, int sign) {
    return IntStream.range(0, atMost.length)
        .mapToLong(i -> atMost[i] + sign * other.atMost[i])
        .toArray();
  }

  private static double millis(int bound) {
    return Timers.BOUNDS.get(bound).toNanos() / NANOS_PER_MILLI;
  }
}
