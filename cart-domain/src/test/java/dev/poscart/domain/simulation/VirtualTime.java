package dev.poscart.domain.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Executes steps one after the other, each at its virtual microsecond; a step takes no time. */
final class VirtualTime {

  static final long MILLISECOND = 1_000;
  static final long SECOND = 1_000 * MILLISECOND;
  static final long MINUTE = 60 * SECOND;

  private static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private record Step(long at, long order, Runnable body) {}

  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparingLong(Step::at).thenComparingLong(Step::order));
  private long now;
  private long planned;
  private long done;

  /** Microseconds since the start. */
  long now() {
    return now;
  }

  /** The number of steps executed. */
  long done() {
    return done;
  }

  void in(long micros, Runnable body) {
    steps.add(new Step(now + micros, planned++, body));
  }

  /** Executes the next step; false if there is none. */
  boolean next() {
    Step step = steps.poll();
    if (step == null) {
      return false;
    }
    now = step.at();
    done++;
    step.body().run();
    return true;
  }

  /**
   * Executes steps until a condition holds, which is looked at ten times a second.
   *
   * @return false if the time was up before
   */
  boolean until(long within, BooleanSupplier condition) {
    long end = now + within;
    long nextLook = 0;
    while (now < end) {
      if (now >= nextLook) {
        if (condition.getAsBoolean()) {
          return true;
        }
        nextLook = now + 100 * MILLISECOND;
      }
      if (!next()) {
        break;
      }
    }
    return condition.getAsBoolean();
  }

  /** A machine's clock, which need not be right. */
  Clock clock(long skewMicros) {
    return new SkewedClock(TOKYO, skewMicros);
  }

  private final class SkewedClock extends Clock {

    private final ZoneId zone;
    private final long skewMicros;

    SkewedClock(ZoneId zone, long skewMicros) {
      this.zone = zone;
      this.skewMicros = skewMicros;
    }

    @Override
    public Instant instant() {
      return START.plus(now + skewMicros, ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new SkewedClock(other, skewMicros);
    }
  }
}
