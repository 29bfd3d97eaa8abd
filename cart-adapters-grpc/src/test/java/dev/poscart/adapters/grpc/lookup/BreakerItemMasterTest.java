package dev.poscart.adapters.grpc.lookup;

import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.TERMINAL;
import static dev.poscart.adapters.grpc.lookup.ScriptedMaster.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakerItemMasterTest {

  private final ScriptedMaster master = new ScriptedMaster();
  private final AtomicInteger refused = new AtomicInteger();
  private final List<Breaker> settings = new ArrayList<>();
  private final HandTimer timer = new HandTimer();

  /**
   * A breaker that evaluates 4 look-ups and opens at half of them; slow after an hour, open for an
   * hour; 2 probes.
   */
  private final BreakerItemMaster breaker =
      new BreakerItemMaster(
          master,
          new BreakerConfig(true, 4, 4, 50, Duration.ofHours(1), Duration.ofHours(1), 2),
          new LookupObserver() {
            @Override
            public void breakerChanged(Breaker to) {
              settings.add(to);
            }
          },
          refused::incrementAndGet,
          timer,
          timer::nanos);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @CanIgnoreReturnValue
  private CompletableFuture<Map<String, Item>> find() {
    return breaker.findItems(TERMINAL, Set.of("1")).toCompletableFuture();
  }

  private void succeed(int times) {
    for (int i = 0; i < times; i++) {
      var found = find();
      master.answer(item("1", 100));
      assertThat(found).isCompletedWithValue(Map.of("1", item("1", 100)));
    }
  }

  private void fail(int times, Category category) {
    for (int i = 0; i < times; i++) {
      var failed = find();
      master.fail(category);
      assertThat(failed).isCompletedExceptionally();
    }
  }

  @Test
  void halfOfTheLookUpsFailing_opensIt_andRejectsWithoutCalls() {
    succeed(2);
    fail(1, Category.UNAVAILABLE);
    assertThat(breaker.state()).isEqualTo(Breaker.CLOSED);
    fail(1, Category.TIMEOUT);
    assertThat(breaker.state()).isEqualTo(Breaker.OPEN);
    assertThat(find()).isCompletedExceptionally();
    assertThat(master.asked()).hasSize(4);
    assertThat(refused).hasValue(1);
    assertThat(settings).containsExactly(Breaker.OPEN);
  }

  @Test
  void rejection_saysHowLongItStaysOpen_exceptWhileProbing() {
    fail(4, Category.UNAVAILABLE);
    assertThat(waitAfterRefusal())
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofMinutes(55), Duration.ofHours(1)));
    breaker.reconsider();
    find();
    find();
    assertThat(waitAfterRefusal()).isEmpty();
  }

  private Optional<Duration> waitAfterRefusal() {
    return find()
        .handle((items, failure) -> failure)
        .thenApply(failure -> ((PortException) Stages.cause(failure)).retryAfter())
        .join();
  }

  @Test
  void reportedErrors_invalidResponses_andMissingItems_countAsResponses() {
    fail(4, Category.FAILED);
    fail(4, Category.PERMANENT_FAILURE);
    for (int i = 0; i < 4; i++) {
      var missing = find();
      master.answer();
      assertThat(missing).isCompletedWithValue(Map.of());
    }
    assertThat(breaker.state()).isEqualTo(Breaker.CLOSED);
  }

  @Test
  void slowLookUps_openItWhileTheyAreStillWaiting() {
    var waiting = List.of(find(), find(), find(), find());
    timer.pass(Duration.ofMinutes(59));
    assertThat(breaker.state()).isEqualTo(Breaker.CLOSED);
    timer.pass(Duration.ofMinutes(1));
    assertThat(breaker.state()).isEqualTo(Breaker.OPEN);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    assertThat(find()).isCompletedExceptionally();
    waiting.forEach(lookUp -> master.answer(item("1", 100)));
    assertThat(waiting)
        .allSatisfy(lookUp -> assertThat(lookUp).isCompletedWithValue(Map.of("1", item("1", 100))));
  }

  @Test
  void slowLookUp_isCountedOnce() {
    var answeredLate = find();
    var failedLate = find();
    timer.pass(Duration.ofHours(1));
    master.answer(item("1", 100));
    master.fail(Category.TIMEOUT);
    assertThat(answeredLate).isCompleted();
    assertThat(failedLate).isCompletedExceptionally();
    // Counted twice, they would be four look-ups by now, three of them failed.
    assertThat(breaker.state()).isEqualTo(Breaker.CLOSED);
    succeed(1);
    assertThat(breaker.state()).isEqualTo(Breaker.CLOSED);
    succeed(1);
    assertThat(breaker.state()).isEqualTo(Breaker.OPEN);
  }

  @Test
  void tripping_opensItAtOnce_andSaysForHowLong() {
    breaker.trip();
    assertThat(breaker.state()).isEqualTo(Breaker.OPEN);
    assertThat(waitAfterRefusal())
        .hasValueSatisfying(
            wait -> assertThat(wait).isBetween(Duration.ofMinutes(55), Duration.ofHours(1)));
    breaker.trip();
    assertThat(settings).containsExactly(Breaker.OPEN);
  }

  @Test
  void tripping_whileProbing_opensIt_withoutWaitingForTheOtherProbes() {
    breaker.trip();
    breaker.reconsider();
    find();
    breaker.trip();
    assertThat(find()).isCompletedExceptionally();
    assertThat(settings).containsExactly(Breaker.OPEN, Breaker.HALF_OPEN, Breaker.OPEN);
  }

  @Test
  void responsesInTime_areCountedOnce() {
    succeed(4);
    timer.pass(Duration.ofHours(1));
    assertThat(breaker.state()).isEqualTo(Breaker.CLOSED);
  }

  @Test
  void reconsidering_letsProbesThrough_whoseResponsesCloseIt() {
    fail(4, Category.UNAVAILABLE);
    breaker.reconsider();
    assertThat(breaker.state()).isEqualTo(Breaker.HALF_OPEN);
    var first = find();
    var second = find();
    assertThat(find()).isCompletedExceptionally();
    master.answer(item("1", 100));
    master.answer(item("1", 100));
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(breaker.state()).isEqualTo(Breaker.CLOSED);
    assertThat(settings).containsExactly(Breaker.OPEN, Breaker.HALF_OPEN, Breaker.CLOSED);
  }

  @Test
  void reconsidering_whenClosed_changesNothing() {
    breaker.reconsider();
    assertThat(settings).isEmpty();
  }
}
