package dev.poscart.adapters.grpc.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What takes longer than two seconds is noticed, once, by one timer for all. */
class SlowWatchTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final HandTimer timer = new HandTimer();
  private final SlowWatch watch = new SlowWatch(Duration.ofSeconds(2), timer, timer::nanos);
  private final List<String> slow = new ArrayList<>();

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  private SlowWatch.Watched begin(String name) {
    return watch.begin(() -> slow.add(name));
  }

  @Test
  void whatEndsInTime_isNotSlow_howeverOftenSomebodyLooks() {
    var quick = begin("quick");
    timer.pass(SECOND);
    assertThat(quick.end()).isTrue();
    timer.pass(Duration.ofSeconds(10));
    assertThat(slow).isEmpty();
  }

  @Test
  void whatLastsLonger_isSlowWhenTheTimeIsOver_onceAndNotBefore() {
    var endless = begin("endless");
    timer.pass(Duration.ofSeconds(2).minusNanos(1));
    assertThat(slow).isEmpty();
    timer.pass(Duration.ofNanos(1));
    assertThat(slow).containsExactly("endless");
    assertThat(endless.end()).isFalse();
    timer.pass(Duration.ofSeconds(10));
    assertThat(slow).containsExactly("endless");
  }

  @Test
  void eachIsSlowAtItsOwnTime() {
    begin("first");
    timer.pass(SECOND);
    var second = begin("second");
    begin("third");
    timer.pass(SECOND);
    assertThat(slow).containsExactly("first");
    assertThat(second.end()).isTrue();
    timer.pass(SECOND);
    assertThat(slow).containsExactly("first", "third");
  }

  @Test
  void oneLookIsScheduled_forAnyNumber_andNoneOnceAllHaveEnded() {
    for (int i = 0; i < 1000; i++) {
      assertThat(begin("quick").end()).isTrue();
      begin("slow");
    }
    assertThat(timer.waiting()).isEqualTo(1);
    timer.pass(Duration.ofSeconds(2));
    assertThat(slow).hasSize(1000).containsOnly("slow");
    assertThat(timer.waiting()).isZero();
    begin("later");
    timer.pass(Duration.ofSeconds(2));
    assertThat(slow).hasSize(1001).endsWith("later");
  }

  @Test
  void trouble_whereItIsTold_keepsNobodyFromBeingWatched() {
    watch.begin(
        () -> {
          throw new IllegalStateException("told");
        });
    begin("next");
    assertThatIllegalStateException().isThrownBy(() -> timer.pass(Duration.ofSeconds(2)));
    timer.pass(SECOND);
    assertThat(slow).containsExactly("next");
  }

  @Test
  void onceTheTimerHasEnded_nothingIsSlow() {
    timer.shutdown();
    assertThat(begin("late").end()).isTrue();
  }
}
