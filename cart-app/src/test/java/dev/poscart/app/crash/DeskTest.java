package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.DeskEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is done at the desk is done once, and a Z report is what the session sold, whatever happens
 * to the process. {@code -Dposcart.crash.minutes=15} runs for longer, {@code -Dposcart.seed}
 * chooses the faults.
 */
@Slow
class DeskTest {

  private static final Duration DAY = Duration.ofSeconds(40);

  /** Kept for inspection after a failure. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void deskOfAKilledService_doesEachThingOnce_andItsZReportsAreRight() throws Exception {
    Random seeds = new Random(ReportedRun.seed());
    long minutes = Long.getLong("poscart.crash.minutes", 0);
    long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
    int day = 0;
    do {
      long seed = seeds.nextLong();
      Path data = Files.createDirectories(folder.resolve("day-" + day++));
      try (DeskRun run = new DeskRun(seed, data)) {
        Figures figures = run.work(minutes == 0 ? Duration.ZERO : DAY, 20, 2);
        run.check();
        assertThat(figures.of("repeats")).as("seed %d: %s", seed, figures).isPositive();
        if (minutes > 0) {
          System.out.printf("desk, seed %d: %s, violations 0%n", seed, figures);
        }
      }
    } while (System.nanoTime() < end);
  }

  @Test
  void withoutAnEntryOfCash_itIsFoundMissing() throws Exception {
    try (DeskRun run = new DeskRun(1, folder)) {
      run.work(Duration.ZERO, 8, 0);
      try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + run.database().file());
          Statement statement = file.createStatement()) {
        statement.execute("DELETE FROM log WHERE type = " + DeskEntry.Kind.CASH_IN.code());
      }

      assertThatThrownBy(run::check)
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("cash of session");
    }
  }
}
