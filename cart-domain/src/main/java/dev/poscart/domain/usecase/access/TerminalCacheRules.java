package dev.poscart.domain.usecase.access;

import java.time.Duration;

/**
 * What the terminal cache may keep.
 *
 * @param enabled whether it keeps anything
 * @param timeToLive how long a terminal is taken for what it was
 * @param maxTerminals most terminals kept
 */
public record TerminalCacheRules(boolean enabled, Duration timeToLive, int maxTerminals) {

  public TerminalCacheRules {
    if (timeToLive.isNegative() || timeToLive.isZero()) {
      throw new IllegalArgumentException("timeToLive: " + timeToLive + " (expected: > 0 s)");
    }
    if (maxTerminals < 1) {
      throw new IllegalArgumentException("maxTerminals: " + maxTerminals + " (expected: >= 1)");
    }
  }
}
