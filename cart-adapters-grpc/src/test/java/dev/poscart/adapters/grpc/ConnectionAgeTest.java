package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A server that sends GOAWAY on each connection after two seconds. */
@Slow
class ConnectionAgeTest {

  private static final Duration AGE = Duration.ofSeconds(2);
  private static final int GOODBYES = LongRun.WANTED ? 30 : 1;

  @Test
  void goAwaysUnderLoad_failNoLookUp() throws Exception {
    try (ItemMasterServer server = ItemMasterServer.started()) {
      server.put(Samples.onigiri().build());
      server.restartWith(options -> options.maxConnectionAge(AGE.toNanos(), TimeUnit.NANOSECONDS));
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(Samples.bare(server.target()), ItemMasterObserver.NONE);
      try (Callers callers = new Callers(adapter, 15)) {
        callers.nextAnswerNanos();
        Duration bound = AGE.multipliedBy(2L * GOODBYES).plusMinutes(1);
        assertThat(Await.within(bound, () -> server.transportsOpened() > GOODBYES))
            .as("connections have been replaced")
            .isTrue();
        callers.nextAnswerNanos();
        LongRun.report(
            "look-ups of 15 callers over " + server.transportsOpened() + " connections",
            callers.answered());
        assertThat(callers.failed()).isZero();
      }
      assertThat(adapter.channelsCreated()).isEqualTo(1);
      Await.result(adapter.end("test over"));
    }
  }
}
