package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * No acknowledged sale is lost or doubled, whatever happens to the process and its peers. {@code
 * -Dposcart.crash.minutes=30} runs for longer, {@code -Dposcart.seed} chooses the faults.
 */
@Slow
class CrashTest {

  private static final int MIN_SALES = 50;

  /** Kept for inspection after a failure. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void attackedDuringLoad_onSqlite_noAcknowledgedSaleIsLostOrDoubled() throws Exception {
    attack(new SqliteDatabase(Files.createDirectories(folder.resolve("sqlite"))));
  }

  @Test
  void attackedDuringLoad_onMongoDb_noAcknowledgedSaleIsLostOrDoubled() throws Exception {
    attack(new WireDatabase());
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
  void attackedDuringLoad_onTheGivenMongoDb_noAcknowledgedSaleIsLostOrDoubled() throws Exception {
    attack(new GivenDatabase(System.getenv("MONGODB_TEST_URI")));
  }

  private void attack(Database database) throws Exception {
    long seed = ReportedRun.seed();
    long minutes = Long.getLong("poscart.crash.minutes", 0);
    CrashPlan plan =
        minutes == 0
            ? CrashPlan.brief(seed)
            : CrashPlan.ofLength(seed, Duration.ofMinutes(minutes));
    Figures figures = ReportedRun.run(plan, database, folder);
    assertThat(figures.of("sales")).isGreaterThanOrEqualTo(MIN_SALES);
  }
}
