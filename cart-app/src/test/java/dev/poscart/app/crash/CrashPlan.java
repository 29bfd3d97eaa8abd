package dev.poscart.app.crash;

import java.time.Duration;

/**
 * How long and how hard.
 *
 * @param services number of processes on one database
 * @param day how long the terminals sell between two checks
 * @param pause approximate time between two faults
 * @param minSales total number of sales before a day may end
 * @param eachOnce whether a day ends once each fault has occurred, instead of after {@code day}
 * @param awaitEvents whether a check waits until all events have come: an event that was being
 *     published during a kill waits for about half a minute
 */
record CrashPlan(
    long seed,
    int terminals,
    int services,
    Duration length,
    Duration day,
    Duration pause,
    int minSales,
    boolean eachOnce,
    boolean awaitEvents) {

  private static final int MIN_SALES = 50;

  /** One short day with each fault once. */
  static CrashPlan brief(long seed) {
    return new CrashPlan(
        seed, 12, 1, Duration.ZERO, Duration.ZERO, Duration.ofMillis(400), MIN_SALES, true, false);
  }

  static CrashPlan ofLength(long seed, Duration length) {
    return new CrashPlan(
        seed, 12, 1, length, Duration.ofSeconds(45), Duration.ofSeconds(2), 0, false, true);
  }

  /** Two services that share forty terminals, and are killed in turn. */
  static CrashPlan pair(long seed) {
    return new CrashPlan(
        seed, 40, 2, Duration.ZERO, Duration.ZERO, Duration.ofMillis(800), MIN_SALES, true, false);
  }

  static CrashPlan pairOfLength(long seed, Duration length) {
    return new CrashPlan(
        seed, 40, 2, length, Duration.ofSeconds(45), Duration.ofSeconds(2), 0, false, true);
  }

  boolean isPair() {
    return services == 2;
  }
}
