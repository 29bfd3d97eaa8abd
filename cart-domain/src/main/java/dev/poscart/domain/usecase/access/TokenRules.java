package dev.poscart.domain.usecase.access;

import java.time.Duration;

/**
 * How far terminal tokens are trusted.
 *
 * @param terminalMaxAge a token issued longer ago is refused, whatever expiry it names
 * @param checkedAgainstDirectory whether a terminal that the directory knows as closed or without
 *     staff is taken as such, whatever its token says
 */
public record TokenRules(Duration terminalMaxAge, boolean checkedAgainstDirectory) {

  public TokenRules {
    if (terminalMaxAge.isNegative() || terminalMaxAge.isZero()) {
      throw new IllegalArgumentException(
          "terminalMaxAge: " + terminalMaxAge + " (expected: > 0 s)");
    }
  }
}
