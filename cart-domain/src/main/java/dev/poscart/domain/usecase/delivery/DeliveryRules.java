package dev.poscart.domain.usecase.delivery;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * The rules for publishing events.
 *
 * @param batch maximum number of events in flight; they are handed to the publisher together
 * @param lease how long one process has an event to itself; longer than publishing can take
 * @param firstDelay delay after the first failed attempt; doubled by each further failure
 * @param maxDelay maximum delay
 * @param maxFailures consecutive failed attempts after which an event is parked
 * @param acknowledgeWithin time after which an event is published again unless all peer services
 *     have acknowledged it; doubled each time
 * @param maxRepublications repetitions after which an event is parked; 0: events are published
 *     once, and acknowledgements are only recorded
 */
public record DeliveryRules(
    int batch,
    Duration lease,
    Duration firstDelay,
    Duration maxDelay,
    int maxFailures,
    Duration acknowledgeWithin,
    int maxRepublications) {

  /** The defaults: an event is parked after about eight hours of failures. */
  public static final DeliveryRules DEFAULT =
      new DeliveryRules(
          32,
          Duration.ofSeconds(60),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          100,
          Duration.ofMinutes(5),
          5);

  private static final int MAX_DOUBLINGS = 20;
  private static final int WHOLE = 1_000;

  public DeliveryRules {
    expect("batch", batch, 1);
    expect("maxFailures", maxFailures, 1);
    expect("maxRepublications", maxRepublications, 0);
    expect("lease", lease);
    expect("firstDelay", firstDelay);
    expect("maxDelay", maxDelay);
    expect("acknowledgeWithin", acknowledgeWithin);
  }

  /**
   * The delay until the next attempt: doubled by each failure, half of it random, so that many
   * events that failed together are not retried together.
   *
   * @param failures so far, at least 1
   * @param jitter supplies random numbers from 0 to 999
   */
  Duration delay(int failures, IntSupplier jitter) {
    Duration whole = doubled(firstDelay, failures - 1);
    Duration bounded = whole.compareTo(maxDelay) < 0 ? whole : maxDelay;
    Duration half = bounded.dividedBy(2);
    return half.plus(half.multipliedBy(jitter.getAsInt()).dividedBy(WHOLE));
  }

  /** The time for acknowledging a publication, where the first one is 1. */
  Duration patience(int publication) {
    return doubled(acknowledgeWithin, publication - 1);
  }

  private static Duration doubled(Duration once, int times) {
    return once.multipliedBy(1L << Math.min(times, MAX_DOUBLINGS));
  }

  private static void expect(String name, int value, int min) {
    if (value < min) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: >= " + min + ")");
    }
  }

  private static void expect(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
    }
  }
}
