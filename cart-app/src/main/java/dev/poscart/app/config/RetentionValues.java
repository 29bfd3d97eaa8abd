package dev.poscart.app.config;

import java.time.Duration;
import java.util.Optional;

/** Reads how long carts are kept. */
final class RetentionValues {

  private static final int MIN_DAYS = 7;
  private static final int MAX_DAYS = 36_500;

  private RetentionValues() {}

  /**
   * Reads how long carts are kept.
   *
   * @param idempotencyRetention lower bound, so that a repeated request still finds its cart
   * @return empty: forever
   */
  static Optional<Duration> read(VariableReader variables, Duration idempotencyRetention) {
    int days = variables.integer(Variable.CART_RETENTION_DAYS);
    if (days == 0) {
      return Optional.empty();
    }
    long daysBegun = idempotencyRetention.plusDays(1).minusHours(1).toDays();
    long min = Math.max(MIN_DAYS, daysBegun);
    if (days < min) {
      throw variables.wrong(
          Variable.CART_RETENTION_DAYS,
          "0, or a whole number of days from "
              + min
              + " to "
              + MAX_DAYS
              + ", with IDEMPOTENCY_TTL_HOURS "
              + idempotencyRetention.toHours());
    }
    return Optional.of(Duration.ofDays(days));
  }
}
