package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is killed and back within half a second, while fifteen tills look up items. */
@Slow
class KilledServerTest {

  private static final Duration GAP = Duration.ofMillis(500);
  private static final int ROUNDS = LongRun.WANTED ? 20 : 3;

  private ItemMasterServer server;
  private ItemMasterAdapter adapter;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    // Default settings: 5 s per call.
    adapter = ItemMasterAdapter.open(Samples.bare(server.target()), ItemMasterObserver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    server.close();
  }

  @Test
  void killedServer_backWithinHalfASecond_failsNoLookUpOf15Callers() throws Exception {
    int inTime = 0;
    int kills = 0;
    try (Callers callers = new Callers(adapter, 15)) {
      callers.nextAnswerNanos();
      int connected = server.transportsOpened();
      // A round in which the machine itself was too slow proves nothing.
      while (inTime < ROUNDS && kills < 10 * ROUNDS) {
        int failedBefore = callers.failed();
        Duration gap = killAndStart();
        callers.nextAnswerNanos();
        int all = callers.answered() + 200;
        Await.until("all are at it again", () -> callers.answered() > all);
        kills++;
        if (gap.compareTo(GAP) <= 0) {
          inTime++;
          assertThat(callers.failed()).as("after a gap of %s", gap).isEqualTo(failedBefore);
        }
      }
      assertThat(server.transportsOpened()).isEqualTo(connected + kills);
    }
    assertThat(inTime).isEqualTo(ROUNDS);
    LongRun.report("kills under 15 callers without a failed look-up", inTime);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  /** How long the port was closed. */
  private Duration killAndStart() {
    long killed = System.nanoTime();
    server.kill();
    long left = GAP.toNanos() * 4 / 5 - (System.nanoTime() - killed);
    Await.throughout(
        Duration.ofNanos(left), "the channel stays", () -> adapter.channelsCreated() == 1);
    server.start();
    return Duration.ofNanos(System.nanoTime() - killed);
  }
}
