package dev.poscart.adapters.grpc.balancer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** How long a connection may be silent, when less than 100 ms is quick. */
class AnswerTimesTest {

  private final AtomicLong clock = new AtomicLong(-7);
  private final AnswerTimes times = new AnswerTimes(Duration.ofMillis(100), clock::get);

  private void answeredAfter(long millis) {
    times.answered(Duration.ofMillis(millis).toNanos());
  }

  private long patienceMillis() {
    return Duration.ofNanos(times.patienceNanos()).toMillis();
  }

  @Test
  void quickMaster_mayBeSilentForTheMinimumTime() {
    assertThat(patienceMillis()).isEqualTo(100);
    answeredAfter(99);
    assertThat(patienceMillis()).isEqualTo(100);
  }

  @Test
  void slowMaster_mayBeSilentForOneAndAHalfTimesItsLongestAnswer() {
    answeredAfter(100);
    assertThat(patienceMillis()).isEqualTo(150);
    answeredAfter(3000);
    answeredAfter(200);
    assertThat(patienceMillis()).isEqualTo(4500);
  }

  @Test
  void slowAnswer_isForgotten_afterTwentyQuickOnes() {
    answeredAfter(3000);
    for (int i = 0; i < 19; i++) {
      answeredAfter(1);
    }
    assertThat(patienceMillis()).isEqualTo(4500);
    answeredAfter(1);
    assertThat(patienceMillis()).isEqualTo(100);
    answeredAfter(400);
    assertThat(patienceMillis()).isEqualTo(600);
  }

  @Test
  void slowAnswer_isForgotten_afterTwoMinutes() {
    answeredAfter(3000);
    clock.addAndGet(Duration.ofMinutes(2).toNanos());
    assertThat(patienceMillis()).isEqualTo(4500);
    clock.addAndGet(1);
    assertThat(patienceMillis()).isEqualTo(100);
    answeredAfter(400);
    assertThat(patienceMillis()).isEqualTo(600);
  }

  @Test
  void afterAStart_answersMayTakeLonger_forTwentyAnswers() {
    times.expectSlowStart();
    assertThat(patienceMillis()).isEqualTo(300);
    for (int i = 0; i < 20; i++) {
      answeredAfter(1);
    }
    assertThat(patienceMillis()).isEqualTo(100);
  }
}
