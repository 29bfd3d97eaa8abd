package dev.poscart.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two services on one database, with requests to both, killed in turn. {@code
 * -Dposcart.pair.minutes=10} runs for longer.
 */
@Slow
class PairTest {

  private static final int MIN_SALES = 50;

  /** Kept for inspection after a failure. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void killedInTurn_onMongoDb_noAcknowledgedSaleIsLostOrDoubled() throws Exception {
    attack(new WireDatabase());
  }

  @Test
  @EnabledIfEnvironmentVariable(named = "MONGODB_TEST_URI", matches = ".+")
  void killedInTurn_onTheGivenMongoDb_noAcknowledgedSaleIsLostOrDoubled() throws Exception {
    attack(new GivenDatabase(System.getenv("MONGODB_TEST_URI")));
  }

  private void attack(Database database) throws Exception {
    long seed = ReportedRun.seed();
    long minutes = Long.getLong("poscart.pair.minutes", 0);
    CrashPlan plan =
        minutes == 0
            ? CrashPlan.pair(seed)
            : CrashPlan.pairOfLength(seed, Duration.ofMinutes(minutes));
    Figures figures = ReportedRun.run(plan, database, folder);
    assertThat(figures.of("sales")).isGreaterThanOrEqualTo(MIN_SALES);
  }
}
