package dev.poscart.domain.usecase;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times as recorded in carts and transactions. */
public final class RecordedTime {

  private RecordedTime() {}

  /**
   * The current time in the clock's zone, truncated to microseconds, which is the precision of
   * stores and peer services.
   */
  public static OffsetDateTime now(Clock clock) {
    return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
