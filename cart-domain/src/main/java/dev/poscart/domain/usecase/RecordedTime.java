package dev.poscart.domain.usecase;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times as the till records them. */
public final class RecordedTime {

  private RecordedTime() {}

  /** Now, in the clock's zone, to the microsecond: what stores and peer services keep. */
  public static OffsetDateTime now(Clock clock) {
    return OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
  }
}
