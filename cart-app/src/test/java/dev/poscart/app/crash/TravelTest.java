package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Slow;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A terminal sells at two sites with databases of their own, and each log holds a sale at most
 * once. {@code -Dposcart.crash.minutes=15} runs for longer, {@code -Dposcart.seed} chooses the
 * faults.
 */
@Slow
class TravelTest {

  /** As if the log did not know that a cart is in it. */
  private static final String NO_CLAIMS =
      "CREATE TRIGGER no_claims AFTER INSERT ON log BEGIN"
          + " UPDATE log SET claim = NEW.claim || '#' || NEW.id WHERE id = NEW.id; END";

  /** Kept for inspection after a failure. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void terminalsTravelBetweenKilledSites_andEachLogHasASaleAtMostOnce() throws Exception {
    AttackedDays.run(
        "travel",
        folder,
        day -> {
          try (TravelRun run = new TravelRun(day.seed(), day.folder(), day.number() % 4 != 0)) {
            Figures figures = run.run(day.length(), 60, 2);
            assertThat(figures.of("hang-ups")).as("seed %d: %s", day.seed(), figures).isPositive();
            return figures;
          }
        });
  }

  @Test
  void withoutClaims_aSaleIsFoundTwice() throws Exception {
    try (TravelRun run = new TravelRun(1, folder, false)) {
      for (SqliteDatabase database : run.databases()) {
        database.open().close();
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + database.file());
            Statement statement = file.createStatement()) {
          statement.execute(NO_CLAIMS);
        }
      }

      assertThatThrownBy(() -> run.run(Duration.ZERO, 30, 0))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("sales in the log of site");
    }
  }
}
