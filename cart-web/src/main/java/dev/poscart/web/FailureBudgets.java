package dev.poscart.web;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Budgets of failures per minute, one for each name. A spent budget recovers evenly over time.
 * Beyond the maximum number of names, the least recently used budget is forgotten.
 */
final class FailureBudgets {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final long price;
  private final LongSupplier nanoTime;

  /** The time at which each budget is full again. */
  private final RecencyMap<Long> fullAt;

  FailureBudgets(int perMinute, int remembered, LongSupplier nanoTime) {
    this.price = MINUTE / perMinute;
    this.nanoTime = nanoTime;
    this.fullAt = new RecencyMap<>(remembered);
  }

  /** How long until the budget allows another failure; zero: now. */
  Duration timeLeft(String name) {
    long missing = missing(name) + price - MINUTE;
    return missing <= 0 ? Duration.ZERO : Duration.ofNanos(missing);
  }

  /**
   * Spends one failure.
   *
   * @return whether this exhausts the budget
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
