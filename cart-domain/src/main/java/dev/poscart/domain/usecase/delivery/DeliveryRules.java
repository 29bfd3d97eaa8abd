package dev.poscart.domain.usecase.delivery;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * How hard events are pushed.
 *
 * @param batch most events in flight at once; all of them are handed to the publisher together
 * @param lease for how long one process has an event to itself; longer than a publication can take
 * @param firstDelay after the first failed attempt; each further failure doubles it
 * @param maxDelay where doubling ends
 * @param maxFailures after so many failed attempts in a row an event is parked
 * @param acknowledgeWithin an event that not all peer services have acknowledged by then is
 *     published again; each further time it doubles
 * @param maxRepublications after so many an event is parked; 0: an event is published once, and
 *     acknowledgements are only recorded
 */
public record DeliveryRules(
    int batch,
    Duration lease,
    Duration firstDelay,
    Duration maxDelay,
    int maxFailures,
    Duration acknowledgeWithin,
    int maxRepublications) {

  /** What holds unless somebody says otherwise: parked after about eight hours of failures. */
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

  /** Validates. */
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
   * The time until the next attempt: the doubled delay, of which the upper half is left to chance,
   * so that many events that failed together do not come back together.
   *
   * @param failures so far, at least 1
   * @param jitter gives numbers from 0 to 999
   */
  Duration delay(int failures, IntSupplier jitter) {
    Duration whole = doubled(firstDelay, failures - 1);
    Duration bounded = whole.compareTo(maxDelay) < 0 ? whole : maxDelay;
    Duration half = bounded.dividedBy(2);
    return half.plus(half.multipliedBy(jitter.getAsInt()).dividedBy(WHOLE));
  }

  /** The time that peer services have to acknowledge a publication, the first being 1. */
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
