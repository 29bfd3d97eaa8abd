package dev.poscart.domain.usecase.closing;

import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.time.Duration;
import java.time.OffsetDateTime;

/**
 * Bounds the time that a terminal gives to a sale or reversal: its clock may be wrong, and it may
 * have been without a connection for a while.
 */
public final class ClosingTime {

  private static final Duration MAX_PAST = Duration.ofDays(90);
  private static final Duration MAX_FUTURE = Duration.ofDays(1);

  private ClosingTime() {}

  /**
   * Checks a time.
   *
   * @throws Refused with {@link Refusal#INVALID_INPUT} if it is out of bounds
   */
  public static void check(OffsetDateTime given, OffsetDateTime now) {
    if (given.isBefore(now.minus(MAX_PAST)) || given.isAfter(now.plus(MAX_FUTURE))) {
      throw Refused.at(
          InputPlace.of(InputField.TRANSACTION_TIME),
          Refusal.INVALID_INPUT,
          given,
          " (expected: ",
          now.minus(MAX_PAST),
          "..",
          now.plus(MAX_FUTURE),
          ")");
    }
  }
}
