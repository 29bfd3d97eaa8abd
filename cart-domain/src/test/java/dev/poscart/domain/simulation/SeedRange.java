package dev.poscart.domain.simulation;

import dev.poscart.domain.simulation.SimulatedDay.Report;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Seeds to run one after the other.
 *
 * @param count number of seeds, unless a time is given
 * @param time how long, in real time
 */
record SeedRange(long first, long count, Optional<Duration> time) {

  private static final String SEED = "poscart.seed";
  private static final String FIRST = "poscart.simulation.first";
  private static final String COUNT = "poscart.simulation.seeds";
  private static final String MINUTES = "poscart.simulation.minutes";

  /** What the system properties ask for; empty if none is set. */
  static Optional<SeedRange> given() {
    Optional<Long> one = Optional.ofNullable(Long.getLong(SEED));
    if (one.isPresent()) {
      return Optional.of(new SeedRange(one.get(), 1, Optional.empty()));
    }
    Optional<Duration> time = Optional.ofNullable(Long.getLong(MINUTES)).map(Duration::ofMinutes);
    Optional<Long> count = Optional.ofNullable(Long.getLong(COUNT));
    return time.isEmpty() && count.isEmpty()
        ? Optional.empty()
        : Optional.of(new SeedRange(Long.getLong(FIRST, 1), count.orElse(Long.MAX_VALUE), time));
  }

  /**
   * Runs them; prints a summary if seeds were requested.
   *
   * @throws AssertionError naming the first seed that breaks a promise, with what happened last
   */
  Tally run(LongFunction<Report> simulation) {
    long begun = System.nanoTime();
    Tally all = new Tally();
    long done = 0;
    while (done < count && time.map(t -> System.nanoTime() - begun < t.toNanos()).orElse(true)) {
      Report report = simulation.apply(first + done);
      if (!report.violations().isEmpty()) {
        throw new AssertionError(
            String.join("\n", report.violations())
                + "\nwhat happened last:\n"
                + report.lastLines()
                + "run this again with -D"
                + SEED
                + "="
                + report.seed());
      }
      all.add(report.tally());
      done++;
    }
    if (given().isPresent()) {
      System.out.println(summary(all, done, Duration.ofNanos(System.nanoTime() - begun)));
    }
    return all;
  }

  private String summary(Tally all, long seeds, Duration real) {
    return String.format(
        Locale.ROOT,
        "simulated seeds %d to %d in %d s: %d steps, %.1f virtual hours, %d requests (%d without a"
            + " known end), %d sales, %d cancellations, %d voids, %d returns, %d events published,"
            + " %d crashes, %d closings recovered; faults: %s; 0 promises broken",
        first,
        first + seeds - 1,
        real.toSeconds(),
        all.of("steps"),
        all.of("virtual seconds") / 3600.0,
        all.of("attempts"),
        all.of("outcome Unknown"),
        all.of("logged SALE"),
        all.of("logged CANCELLED"),
        all.of("logged VOID_SALE") + all.of("logged VOID_RETURN"),
        all.of("logged RETURN"),
        all.of("events taken"),
        all.of("crashes"),
        all.of("closings recovered"),
        all.all("fault "));
  }
}
