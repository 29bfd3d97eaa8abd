package dev.poscart.app.config;

import java.time.Duration;

/**
 * The configuration of the terminal cache.
 *
 * @param enabled whether terminals are cached
 * @param timeToLive how long a cached terminal is used
 * @param maxTerminals maximum number of terminals
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
