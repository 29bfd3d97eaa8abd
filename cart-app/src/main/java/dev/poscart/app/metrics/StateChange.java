package dev.poscart.app.metrics;

import java.time.Instant;

/**
 * A change of the connection to the item master.
 *
 * @param to the new state as the metrics name it; of a connection that was left, its address
 */
public record StateChange(Instant at, Part part, String to) {

  /** What has changed. */
  public enum Part {
    CHANNEL,
    BREAKER,
    /** A silent connection was left for a fresh one. */
    CONNECTION_LEFT
  }
}
