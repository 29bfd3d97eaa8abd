package dev.poscart.adapters.grpc.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Which time counts when the process is stalled. */
class StallTolerantTimerTest {

  private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000);
  private final StallTolerantTimer time =
      new StallTolerantTimer(Duration.ofMillis(100), clock::get);

  private long stepAfter(int millis, long entered) {
    clock.addAndGet(Duration.ofMillis(millis).toNanos());
    return Duration.ofNanos(time.step(entered)).toMillis();
  }

  @Test
  void stepsInTime_countInFull_fromTheStartOfTheState() {
    long entered = clock.addAndGet(Duration.ofMillis(50).toNanos());
    assertThat(stepAfter(80, entered)).isEqualTo(80);
    assertThat(stepAfter(120, entered)).isEqualTo(200);
    assertThat(stepAfter(200, entered)).isEqualTo(400);
  }

  @Test
  void lateStep_countsAsTwoPauses_becauseTheProcessWasStalled() {
    long entered = clock.get();
    assertThat(stepAfter(100, entered)).isEqualTo(100);
    assertThat(stepAfter(60_000, entered)).isEqualTo(300);
    assertThat(stepAfter(100, entered)).isEqualTo(400);
  }

  @Test
  void newState_startsFromZero() {
    long entered = clock.get();
    assertThat(stepAfter(200, entered)).isEqualTo(200);
    long next = clock.addAndGet(Duration.ofMillis(10).toNanos());
    assertThat(stepAfter(70, next)).isEqualTo(70);
  }
}
