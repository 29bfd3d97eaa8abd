package dev.poscart.adapters.grpc.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that take longer than two seconds are each reported once, by one timer. */
class SlowCallDetectorTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandTimer timer = new HandTimer();
  private final SlowCallDetector slowCalls =
      new SlowCallDetector(Duration.ofSeconds(2), timer, timer::nanos);
  private final List<String> slow = new ArrayList<>();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  private SlowCallDetector.Timing start(String name) {
    return slowCalls.start(() -> slow.add(name));
  }

  @Test
  void callEndingInTime_isNotSlow_howeverOftenItIsChecked() {
    var quick = start("quick");
    timer.pass(SECOND);
    assertThat(quick.finish()).isTrue();
    timer.pass(Duration.ofSeconds(10));
    assertThat(slow).isEmpty();
  }

  @Test
  void longerCall_isReportedOnce_whenItsTimeIsOver() {
    var endless = start("endless");
    timer.pass(Duration.ofSeconds(2).minusNanos(1));
    assertThat(slow).isEmpty();
    timer.pass(Duration.ofNanos(1));
    assertThat(slow).containsExactly("endless");
    assertThat(endless.finish()).isFalse();
    timer.pass(Duration.ofSeconds(10));
    assertThat(slow).containsExactly("endless");
  }

  @Test
  void eachCall_isSlowAtItsOwnTime() {
    start("first");
    timer.pass(SECOND);
    var second = start("second");
    start("third");
    timer.pass(SECOND);
    assertThat(slow).containsExactly("first");
    assertThat(second.finish()).isTrue();
    timer.pass(SECOND);
    assertThat(slow).containsExactly("first", "third");
  }

  @Test
  void oneCheckIsScheduled_forAnyNumberOfCalls_andNoneOnceAllHaveEnded() {
    for (int i = 0; i < 1000; i++) {
      assertThat(start("quick").finish()).isTrue();
      start("slow");
    }
    assertThat(timer.waiting()).isEqualTo(1);
    timer.pass(Duration.ofSeconds(2));
    assertThat(slow).hasSize(1000).containsOnly("slow");
    assertThat(timer.waiting()).isZero();
    start("later");
    timer.pass(Duration.ofSeconds(2));
    assertThat(slow).hasSize(1001).endsWith("later");
  }

  @Test
  void failureOfTheListener_doesNotStopTheDetector() {
    slowCalls.start(
        () -> {
          throw new IllegalStateException("told");
        });
    start("next");
    assertThatIllegalStateException().isThrownBy(() -> timer.pass(Duration.ofSeconds(2)));
    timer.pass(SECOND);
    assertThat(slow).containsExactly("next");
  }

  @Test
  void afterTheTimerHasEnded_nothingIsReported() {
    timer.shutdown();
    assertThat(start("late").finish()).isTrue();
  }
}
