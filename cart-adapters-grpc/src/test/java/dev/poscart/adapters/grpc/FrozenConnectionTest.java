package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.port.PortException.Category;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection that is open and dead, with the usual settings for leaving it. */
class FrozenConnectionTest extends BehindFaultProxy {

  private static final Duration DEADLINE =
      LongRun.pick(Duration.ofSeconds(5), Duration.ofMillis(1500));
  private static final int ROUNDS = LongRun.WANTED ? 3 : 1;

  @BeforeEach
  void connect() throws Exception {
    reopen(DEADLINE, ReconnectPolicy.defaults());
    Await.until("the first answer", this::answers);
  }

  /** Twice the deadline for one caller: its third look-up is good. */
  @Test
  void oneCaller_isServedAgain_afterTwoDeadlines() throws Exception {
    int before = server.transportsOpened();
    for (int round = 0; round < ROUNDS; round++) {
      proxy.freeze();
      long frozen = System.nanoTime();
      for (int i = 0; i < 2; i++) {
        var silent = ask();
        assertThat(Await.failureOf(silent).category()).isEqualTo(Category.TIMEOUT);
      }
      Await.until("the next is good", this::answers);
      report("one caller", frozen);
      pauseBetweenLeavings();
    }
    assertThat(server.transportsOpened()).isEqualTo(before + ROUNDS);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void fifteenCallers_areServedAgain_afterOneDeadline() throws Exception {
    int before = server.transportsOpened();
    try (Callers callers = new Callers(adapter, 15)) {
      callers.nextAnswerNanos();
      for (int round = 0; round < ROUNDS; round++) {
        proxy.freeze();
        long frozen = System.nanoTime();
        int failed = callers.failed();
        Await.until("deadlines pass in silence", () -> callers.failed() >= failed + 3);
        callers.nextAnswerNanos();
        report("fifteen callers", frozen);
        pauseBetweenLeavings();
      }
    }
    assertThat(server.transportsOpened()).isEqualTo(before + ROUNDS);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  private static void report(String who, long frozen) {
    LongRun.report(
        "next good look-up after a connection froze, " + who + ", deadline " + DEADLINE + ", ms",
        (System.nanoTime() - frozen) / 1_000_000);
  }

  /** A connection is left every 5 s at most. */
  private static void pauseBetweenLeavings() throws InterruptedException {
    if (ROUNDS > 1) {
      TimeUnit.SECONDS.sleep(5);
    }
  }
}
