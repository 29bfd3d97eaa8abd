package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/** Days under attack, one after the other: a brief one, or as many as the given minutes take. */
final class AttackedDays {

  private static final Duration LENGTH = Duration.ofSeconds(40);

  private AttackedDays() {}

  /**
   * A day to run.
   *
   * @param number from 1 on
   * @param folder its own
   * @param length zero if it is to be brief
   */
  record Day(int number, long seed, Path folder, Duration length) {}

  /** Runs a day and checks it. */
  @FunctionalInterface
  interface Run {
    Figures of(Day day) throws Exception;
  }

  /** Runs days in a folder; each of them must have repeated requests. */
  static void run(String name, Path folder, Run run) throws Exception {
    Random seeds = new Random(ReportedRun.seed());
    long minutes = Long.getLong("poscart.crash.minutes", 0);
    Duration length = minutes == 0 ? Duration.ZERO : LENGTH;
    long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    int number = 0;
    do {
      long seed = seeds.nextLong();
      Path own = Files.createDirectories(folder.resolve("day-" + number++));
      Figures figures = run.of(new Day(number, seed, own, length));
      assertThat(figures.of("repeats")).as("seed %d: %s", seed, figures).isPositive();
      if (minutes > 0) {
        System.out.printf("%s, seed %d: %s, violations 0%n", name, seed, figures);
      }
    } while (System.nanoTime() < end);
  }
}
