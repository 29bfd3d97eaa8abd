package dev.poscart.benchmarks.load;

import dev.poscart.benchmarks.Till;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Records all answers of one run in time slices. */
final class Meter implements Till.Stopwatch {

  private static final long MAX_DURATION = TimeUnit.SECONDS.toNanos(120);

  private final Recorder slice = new Recorder(MAX_DURATION, 3);
  private final Recorder adds = new Recorder(MAX_DURATION, 3);
  private final Histogram all = new Histogram(MAX_DURATION, 3);
  private final LongAdder failures = new LongAdder();
  private final List<Sample> samples = new ArrayList<>();
  private final Subject subject;
  private final long startedNanos = System.nanoTime();
  private final long channelsBefore;
  private final long lookupsBefore;
  private long cutNanos = startedNanos;

  Meter(Subject subject) {
    this.subject = subject;
    channelsBefore = subject.channels();
    lookupsBefore = subject.lookups();
  }

  @Override
  public void answered(String step, long started, long tookNanos, int status) {
    slice.recordValue(Math.min(tookNanos, MAX_DURATION));
    if (step.equals("add")) {
      adds.recordValue(Math.min(tookNanos, MAX_DURATION));
    }
    if (status < 200 || status > 299) {
      failures.increment();
    }
  }

  /** Ends a slice; called by one thread. */
  void cut() {
    long now = System.nanoTime();
    Histogram cut = slice.getIntervalHistogram();
    all.add(cut);
    double seconds = (now - cutNanos) / 1e9;
    samples.add(
        new Sample(
            (now - startedNanos) / 1e9,
            millis(cut, 50),
            millis(cut, 99),
            cut.getTotalCount() / seconds,
            (double) (subject.channels() - channelsBefore)));
    cutNanos = now;
  }

  /** The result, after the last slice. */
  Result result(int users) {
    Histogram addTimes = adds.getIntervalHistogram();
    double seconds = (cutNanos - startedNanos) / 1e9;
    return new Result(
        subject.way(),
        users,
        all.getTotalCount(),
        all.getTotalCount() / seconds,
        millis(addTimes, 50),
        millis(addTimes, 99),
        millis(addTimes, 100),
        failures.sum(),
        subject.lookups() - lookupsBefore,
        subject.channels() - channelsBefore,
        subject.channels(),
        subject.resident(),
        List.copyOf(samples));
  }

  private static double millis(Histogram times, double percentile) {
    return times.getTotalCount() == 0 ? Double.NaN : times.getValueAtPercentile(percentile) / 1e6;
  }
}
