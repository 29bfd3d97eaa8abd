package dev.poscart.domain.usecase.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.TerminalKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EventDeliveryTest extends EventDeliveryFixture {

  private static final TerminalKey TILL_10 = new TerminalKey(TENANT, "5678", 10);

  @Test
  void eventsOfATerminal_arePublishedInTheOrderOfTheirNumbers() {
    append(TILL_9, 1);
    append(TILL_9, 2);
    append(TILL_10, 1);
    append(TILL_9, 3);

    assertThat(run()).isEqualTo(2);
    assertThat(run()).isEqualTo(1);
    assertThat(run()).isEqualTo(1);
    assertThat(run()).isZero();

    assertThat(taken()).containsExactlyInAnyOrder("9-1", "9-2", "9-3", "10-1");
    assertThat(taken().stream().filter(id -> id.startsWith("9-")))
        .containsExactly("9-1", "9-2", "9-3");
    assertThat(record("9-1").status()).isEqualTo(DeliveryStatus.PUBLISHED);
  }

  @Test
  void whileTheBrokerIsDown_eachAttemptComesLater_andTheNextEventWaits() {
    append(TILL_9, 1);
    append(TILL_9, 2);
    broker.setDown(true);

    // Half of 2, 4, 8 seconds: the other half is jitter, which is zero here.
    for (int seconds : List.of(1, 2, 4)) {
      assertThat(run()).isZero();
      assertThat(record("9-1").dueAt()).contains(now().plusSeconds(seconds));
      clock.advance(Duration.ofSeconds(seconds));
    }
    assertThat(record("9-1").lastError()).contains("broker UNAVAILABLE: answered 500");
    assertThat(record("9-2")).isEqualTo(Delivery.pending(START));

    broker.setDown(false);
    run();
    run();
    assertThat(taken()).containsExactly("9-1", "9-2");
  }

  @Test
  void d54_afterTooManyFailures_anEventIsParkedAndCounted_andTakenUpAgainOnRequest() {
    append(TILL_9, 1);
    broker.setDown(true);
    for (int i = 0; i < 4; i++) {
      run();
      clock.advance(Duration.ofSeconds(10));
    }

    assertThat(Await.result(outbox.count(TENANT))).isEqualTo(Map.of(DeliveryStatus.PARKED, 1L));
    clock.advance(Duration.ofDays(365));
    broker.setDown(false);
    assertThat(run()).isZero();
    assertThat(taken()).isEmpty();

    assertThat(Await.result(delivery.revive(TENANT))).isEqualTo(1);
    assertThat(run()).isEqualTo(1);
    assertThat(taken()).containsExactly("9-1");
  }

  @Test
  void d54_whileOneProcessPublishes_othersDoNot() {
    append(TILL_9, 1);
    append(TILL_9, 2);
    broker.setSilent(true);
    CompletionStage<Integer> hanging = delivery.run(TENANT);
    EventDelivery other = process("process 2", outbox);

    clock.advance(Duration.ofSeconds(59));
    assertThat(Await.result(other.run(TENANT))).isZero();

    assertThat(taken()).containsExactly("9-1");
    assertThat(hanging.toCompletableFuture()).isNotDone();
  }

  @Test
  void racingProcesses_publishEachEventOnce() {
    for (int no = 1; no <= 20; no++) {
      append(TILL_9, no);
      append(TILL_10, no);
    }

    Race.of(
        4,
        i -> {
          EventDelivery racing = process("process " + i, outbox);
          for (int round = 0; round < 60; round++) {
            Await.result(racing.run(TENANT));
          }
          return i;
        });

    assertThat(taken()).hasSize(40).doesNotHaveDuplicates();
    for (String till : List.of("9-", "10-")) {
      List<Integer> numbers =
          taken().stream()
              .filter(id -> id.startsWith(till))
              .map(id -> Integer.valueOf(id.substring(till.length())))
              .toList();
      assertThat(numbers).isSorted();
    }
  }

  @Test
  void jitter_variesTheUpperHalfOfADelay() {
    assertThat(RULES.delay(1, () -> 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(RULES.delay(1, () -> 500)).isEqualTo(Duration.ofMillis(1_500));
    assertThat(RULES.delay(3, () -> 999)).isEqualTo(Duration.ofMillis(7_996));
    assertThat(RULES.delay(4, () -> 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RULES.delay(10_000, () -> 0)).isEqualTo(Duration.ofSeconds(5));
  }
}
