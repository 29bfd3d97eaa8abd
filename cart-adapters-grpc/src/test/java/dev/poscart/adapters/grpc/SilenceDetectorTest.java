package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When a connection is taken for dead: three deadlines missed, or two after one another. */
class SilenceDetectorTest {

  private static final long DEADLINE = 1_000_000_000;

  private final AtomicLong clock = new AtomicLong(5);
  private final AtomicInteger silences = new AtomicInteger();
  private final SilenceDetector detector =
      new SilenceDetector(Duration.ofSeconds(1), 3, clock::get, silences::incrementAndGet);

  private void missedNow(int times) {
    for (int i = 0; i < times; i++) {
      detector.missed(clock.get() - DEADLINE);
    }
  }

  @Test
  void threeCallsAtOnce_areSilence_twoAreNot() {
    missedNow(2);
    assertThat(silences).hasValue(0);
    missedNow(1);
    assertThat(silences).hasValue(1);
  }

  @Test
  void afterASilence_theCountBeginsAnew() {
    missedNow(5);
    assertThat(silences).hasValue(1);
    missedNow(1);
    assertThat(silences).hasValue(2);
  }

  @Test
  void anyWordOfTheServer_beginsAnew() {
    missedNow(2);
    detector.heard();
    missedNow(2);
    assertThat(silences).hasValue(0);
  }

  /** Two deadlines less a twentieth of one, because timers may fire early by the other clock. */
  @Test
  void oneCaller_isEnoughAfterTwoWholeDeadlines() {
    missedNow(1);
    clock.addAndGet(DEADLINE * 95 / 100);
    missedNow(1);
    assertThat(silences).hasValue(1);
  }

  @Test
  void oneCaller_isNotEnoughBefore() {
    missedNow(1);
    clock.addAndGet(DEADLINE * 95 / 100 - 1);
    missedNow(1);
    assertThat(silences).hasValue(0);
  }

  @Test
  void oneLongCall_isNotSilence() {
    detector.missed(clock.get() - 5 * DEADLINE);
    assertThat(silences).hasValue(0);
  }
}
