package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.DeskEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
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

  /** Kept for inspection after a failure. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void deskOfAKilledService_doesEachThingOnce_andItsZReportsAreRight() throws Exception {
    AttackedDays.run(
        "desk",
        folder,
        day -> {
          try (DeskRun run = new DeskRun(day.seed(), day.folder())) {
            Figures figures = run.work(day.length(), 20, 2);
            run.check();
            return figures;
          }
        });
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
