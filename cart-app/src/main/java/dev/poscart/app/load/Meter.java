package dev.poscart.app.load;

import dev.poscart.app.load.LoadResult.StepTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Records all answers of one run in time slices. */
final class Meter implements Stopwatch {

  private static final long MAX_DURATION = TimeUnit.SECONDS.toNanos(120);

  private final Recorder slice = recorder();
  private final Recorder adds = recorder();
  private final Recorder bills = recorder();
  private final Histogram all = new Histogram(MAX_DURATION, 3);
  private final LongAdder failures = new LongAdder();
  private final List<Sample> samples = new ArrayList<>();
  private final LoadTarget target;
  private final List<Long> before;
  private final long startedNanos = System.nanoTime();
  private long cutNanos = startedNanos;

  Meter(LoadTarget target) {
    this.target = target;
    this.before = target.gauges().stream().map(gauge -> gauge.reading().getAsLong()).toList();
  }

  private static Recorder recorder() {
    return new Recorder(MAX_DURATION, 3);
  }

  @Override
  public void answered(String step, long started, long tookNanos, int status) {
    long took = Math.min(tookNanos, MAX_DURATION);
    slice.recordValue(took);
    switch (step) {
      case "add" -> adds.recordValue(took);
      case "bill" -> bills.recordValue(took);
      default -> {
        // Counted among all requests only.
      }
    }
    if (status < 200 || status > 299) {
      failures.increment();
    }
  }

  /** Ends a slice; returns the seconds since the start. */
  synchronized double cut() {
    long now = System.nanoTime();
    Histogram cut = slice.getIntervalHistogram();
    all.add(cut);
    double seconds = (now - cutNanos) / 1e9;
    double second = (now - startedNanos) / 1e9;
    samples.add(
        new Sample(
            second, millis(cut, 50), millis(cut, 99), cut.getTotalCount() / seconds, gauges()));
    cutNanos = now;
    return second;
  }

  /** The result, after the last slice. */
  synchronized LoadResult result(int users) {
    double seconds = (cutNanos - startedNanos) / 1e9;
    return new LoadResult(
        target,
        users,
        all.getTotalCount(),
        all.getTotalCount() / seconds,
        times(adds.getIntervalHistogram()),
        times(bills.getIntervalHistogram()),
        failures.sum(),
        gauges(),
        samples);
  }

  private List<Long> gauges() {
    return IntStream.range(0, before.size()).mapToObj(this::gauge).toList();
  }

  private long gauge(int index) {
    Gauge gauge = target.gauges().get(index);
    long now = gauge.reading().getAsLong();
    return gauge.sinceBegin() && now >= 0 ? now - before.get(index) : now;
  }

  private static StepTimes times(Histogram times) {
    return new StepTimes(millis(times, 50), millis(times, 99), millis(times, 100));
  }

  private static double millis(Histogram times, double percentile) {
    return times.getTotalCount() == 0 ? Double.NaN : times.getValueAtPercentile(percentile) / 1e6;
  }
}
