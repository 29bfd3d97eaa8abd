package dev.poscart.domain.usecase.access;

import java.time.Duration;

/**
 * The rules for terminal tokens.
 *
 * @param terminalMaxAge tokens issued longer ago are refused, whatever their expiry
 * @param checkedAgainstDirectory whether a terminal that is closed or has no staff according to the
 *     directory is treated so, whatever its token says
 */
public record TokenRules(Duration terminalMaxAge, boolean checkedAgainstDirectory) {

  public TokenRules {
    if (terminalMaxAge.isNegative() || terminalMaxAge.isZero()) {
      throw new IllegalArgumentException(
          "terminalMaxAge: " + terminalMaxAge + " (expected: > 0 s)");
    }
  }
}
