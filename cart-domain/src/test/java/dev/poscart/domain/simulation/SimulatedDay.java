package dev.poscart.domain.simulation;

import static dev.poscart.domain.simulation.VirtualTime.MINUTE;
import static dev.poscart.domain.simulation.VirtualTime.SECOND;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The course of every run: sites sell while faults happen, and then settle without any. */
record SimulatedDay(long seed, World world, List<Site> sites) {

  private static final long MAX_EVENING = 40 * MINUTE;

  /**
   * The result of a run.
   *
   * @param violations promises that were found broken
   */
  record Report(
      long seed, List<String> violations, Tally tally, long traceHash, String lastLines) {}

  /**
   * Lets the time pass until all is sold and settled; then checks.
   *
   * @param longest how long the selling may take, in virtual time
   * @param isSold whether all who sell are done
   * @param check finds the promises that are broken
   */
  Report run(long longest, BooleanSupplier isSold, Supplier<List<String>> check) {
    boolean sold = world.time().until(longest, isSold);
    sites.forEach(Site::stopFaults);
    world.time().until(2 * MINUTE, () -> false);
    boolean quiet = world.time().until(MAX_EVENING, () -> sites.stream().allMatch(Site::isQuiet));
    List<String> violations = new ArrayList<>(check.get());
    if (!sold || !quiet) {
      violations.add(sold ? "it does not become quiet" : "the day does not end");
    }
    world.tally().add("steps", world.time().done());
    world.tally().add("virtual seconds", world.time().now() / SECOND);
    return new Report(
        seed,
        violations,
        world.tally(),
        world.trace().hash(),
        violations.isEmpty() ? "" : world.trace().lastLines());
  }
}
