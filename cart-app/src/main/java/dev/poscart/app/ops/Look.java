package dev.poscart.app.ops;

import dev.poscart.app.metrics.Readings;
import dev.poscart.app.metrics.ServiceMetrics;
import java.time.Duration;
import java.util.Optional;

/**
 * What is seen when the service is looked at.
 *
 * @param elapsed since the last look
 * @param sinceLast what was counted since the last look
 * @param lately what was counted in the last ten seconds
 * @param database how long the database took to answer; empty if it did not
 * @param itemMaster whether the item master can be asked; empty if that is not known yet
 */
record Look(
    ServiceMetrics metrics,
    Duration elapsed,
    Readings sinceLast,
    Readings lately,
    Optional<Duration> database,
    Optional<Boolean> itemMaster) {

  private static final double NANOS = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  double perSecond(long count) {
    return elapsed.isZero() ? 0 : count * NANOS / elapsed.toNanos();
  }

  double gauge(String name, String... tags) {
    return metrics.gauge(name, tags);
  }

  /** NaN if the database did not answer. */
  double databaseMillis() {
    return database.map(time -> time.toNanos() / NANOS_PER_MILLI).orElse(Double.NaN);
  }

  /** 1 or 0; NaN if it is not known. */
  double itemMasterUp() {
    return itemMaster.map(healthy -> healthy ? 1.0 : 0.0).orElse(Double.NaN);
  }
}
