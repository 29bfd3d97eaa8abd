package dev.poscart.benchmarks.load;

import dev.poscart.app.load.Stopwatch;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Duration and status of each kind of request in one phase. */
final class StepTimes implements Stopwatch {

  private static final long MAX_DURATION = TimeUnit.SECONDS.toNanos(120);

  private final Map<String, Recorder> times = new ConcurrentHashMap<>();
  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();

  @Override
  public void answered(String step, long startedNanos, long tookNanos, int status) {
    times
        .computeIfAbsent(step, name -> new Recorder(MAX_DURATION, 3))
        .recordValue(Math.min(tookNanos, MAX_DURATION));
    statuses.computeIfAbsent(status, number -> new LongAdder()).increment();
  }

  /** The result for one kind of request; call it once, at the end of the phase. */
  Histogram of(String step) {
    Recorder recorder = times.get(step);
    return recorder == null ? new Histogram(MAX_DURATION, 3) : recorder.getIntervalHistogram();
  }

  long count(int status) {
    LongAdder count = statuses.get(status);
    return count == null ? 0 : count.sum();
  }

  /** The number of answers with another status. */
  long countOthers(int status) {
    return statuses.values().stream().mapToLong(LongAdder::sum).sum() - count(status);
  }

  static String millis(Histogram times, double percentile) {
    return String.format(Locale.ROOT, "%.2f", times.getValueAtPercentile(percentile) / 1e6);
  }
}
