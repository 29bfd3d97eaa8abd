package dev.poscart.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How many failures each name has left. A budget is that of a minute; it fills up evenly, and it is
 * forgotten last when others fail.
 */
final class FailureBudgets {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final long price;
  private final LongSupplier nanoTime;

  /** When each budget will be full again. */
  private final RecencyMap<Long> fullAt;

  FailureBudgets(int perMinute, int remembered, LongSupplier nanoTime) {
    this.price = MINUTE / perMinute;
    this.nanoTime = nanoTime;
    this.fullAt = new RecencyMap<>(remembered);
  }

  /** How long until one more failure can be paid; zero: now. */
  Duration timeLeft(String name) {
    long missing = missing(name) + price - MINUTE;
    return missing <= 0 ? Duration.ZERO : Duration.ofNanos(missing);
  }

  /**
   * Takes one.
   *
   * @return whether it was the last
   */
  synchronized boolean spend(String name) {
    boolean before = timeLeft(name).isZero();
    fullAt.put(name, nanoTime.getAsLong() + Math.min(MINUTE, missing(name) + price));
    return before && !timeLeft(name).isZero();
  }

  private long missing(String name) {
    return fullAt.get(name).map(full -> Math.max(0, full - nanoTime.getAsLong())).orElse(0L);
  }
}
