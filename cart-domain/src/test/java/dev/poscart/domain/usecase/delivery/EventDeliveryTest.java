package dev.poscart.domain.usecase.delivery;

import static dev.poscart.domain.fixtures.TransactionTestData.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.FakeEventPublisher;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EventDeliveryTest {

  private static final String TENANT = "A1234";
  private static final TerminalKey TILL_9 = CartTestData.TERMINAL;
  private static final TerminalKey TILL_10 = new TerminalKey(TENANT, "5678", 10);
  private static final OffsetDateTime START = OffsetDateTime.parse("2026-11-23T18:00:00+09:00");
  private static final Acknowledgement RECEIVED =
      new Acknowledgement(Acknowledgement.Status.RECEIVED, Optional.empty());
  private static final Acknowledgement FAILED =
      new Acknowledgement(Acknowledgement.Status.FAILED, Optional.of("disk full"));

  private static final DeliveryRules RULES =
      new DeliveryRules(
          10,
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          4,
          Duration.ofMinutes(5),
          2);

  private final TestClock clock = new TestClock(START);
  private final InMemoryTransactionLog log = new InMemoryTransactionLog();
  private final Outbox outbox = log.outbox();
  private final FakeEventPublisher broker = new FakeEventPublisher();
  private final EventDelivery delivery = process("process 1", outbox);
  private final DeliveryAcknowledgement acknowledgement =
      new DeliveryAcknowledgement(outbox, clock);

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

    // Half of 2, 4, 8 seconds: the other half is left to chance, which is none here.
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
  void d54_whileOneProcessPublishes_anotherDoesNot() {
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
  void theLeaseOfADeadProcess_passes_andAnotherPublishes() {
    append(TILL_9, 1);
    broker.setSilent(true);
    var unused = process("dead", outbox).run(TENANT);
    broker.setSilent(false);

    clock.advance(Duration.ofSeconds(60));
    assertThat(run()).isEqualTo(1);

    assertThat(taken()).containsExactly("9-1", "9-1");
    assertThat(record("9-1").status()).isEqualTo(DeliveryStatus.PUBLISHED);
  }

  @Test
  void aCrashBetweenPublishingAndNotingIt_publishesTheSameEventAgain() {
    append(TILL_9, 1);
    append(TILL_9, 2);
    EventDelivery crashing = process("crashing", new OutboxThatDiesAfter(1, outbox));

    assertThat(Await.failure(crashing.run(TENANT))).isInstanceOf(PortException.class);
    assertThat(run()).isZero();
    clock.advance(Duration.ofSeconds(60));
    run();
    run();

    assertThat(taken()).containsExactly("9-1", "9-1", "9-2");
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
  void anAcknowledgementBeforeTheBrokersAnswer_isKept() {
    append(TILL_9, 1);
    broker.beforeAnswer(event -> acknowledge("9-1", EventConsumer.REPORT, RECEIVED));

    assertThat(run()).isEqualTo(1);

    Delivery record = record("9-1");
    assertThat(record.status()).isEqualTo(DeliveryStatus.PARTIALLY_DELIVERED);
    assertThat(record.publications()).isEqualTo(1);
    assertThat(record.dueAt()).contains(START.plusMinutes(5));
    assertThat(record.leaseOwner()).isEmpty();
  }

  @Test
  void d54_whatIsNotAcknowledged_isPublishedAgain_eachTimeLater_andParkedInTheEnd() {
    append(TILL_9, 1);
    run();
    acknowledge("9-1", EventConsumer.REPORT, RECEIVED);
    acknowledge("9-1", EventConsumer.STOCK, FAILED);

    clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(run()).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(run()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(10));
    assertThat(run()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(20));
    assertThat(run()).isZero();

    assertThat(taken()).containsExactly("9-1", "9-1", "9-1");
    assertThat(record("9-1").status()).isEqualTo(DeliveryStatus.PARKED);
    assertThat(record("9-1").lastError()).contains("not acknowledged by all in time");
    assertThat(Await.result(delivery.revive(TENANT))).isZero();

    acknowledge("9-1", EventConsumer.STOCK, RECEIVED);
    assertThat(acknowledge("9-1", EventConsumer.JOURNAL, RECEIVED))
        .isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(Await.result(outbox.count(TENANT))).isEmpty();
  }

  @Test
  void whatAllHaveReceived_isNotPublishedAgain() {
    append(TILL_9, 1);
    run();
    for (EventConsumer consumer : EventConsumer.values()) {
      acknowledge("9-1", consumer, RECEIVED);
    }

    clock.advance(Duration.ofDays(1));
    assertThat(run()).isZero();
    assertThat(taken()).containsExactly("9-1");
  }

  @Test
  void anUnknownEvent_isRefused() {
    append(TILL_9, 1);

    assertThat(
            UseCaseFixture.refused(
                    acknowledgement.acknowledge(TENANT, "9-2", EventConsumer.REPORT, RECEIVED))
                .refusal())
        .isEqualTo(Refusal.EVENT_NOT_FOUND);
    assertThat(
            UseCaseFixture.refused(
                    acknowledgement.acknowledge("B5678", "9-1", EventConsumer.REPORT, RECEIVED))
                .refusal())
        .isEqualTo(Refusal.EVENT_NOT_FOUND);
  }

  @Test
  void chance_spreadsTheUpperHalfOfADelay() {
    assertThat(RULES.delay(1, () -> 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(RULES.delay(1, () -> 500)).isEqualTo(Duration.ofMillis(1_500));
    assertThat(RULES.delay(3, () -> 999)).isEqualTo(Duration.ofMillis(7_996));
    assertThat(RULES.delay(4, () -> 0)).isEqualTo(Duration.ofSeconds(5));
    assertThat(RULES.delay(10_000, () -> 0)).isEqualTo(Duration.ofSeconds(5));
  }

  private EventDelivery process(String owner, Outbox shared) {
    return new EventDelivery(shared, broker, RULES, owner, clock, () -> 0);
  }

  private int run() {
    return Await.result(delivery.run(TENANT));
  }

  private void append(TerminalKey terminal, int no) {
    Await.result(
        log.append(
            sale()
                .terminal(terminal)
                .no(no)
                .generatedAt(START.toString())
                .eventId(terminal.terminalNo() + "-" + no)
                .make()));
  }

  private DeliveryStatus acknowledge(String eventId, EventConsumer by, Acknowledgement word) {
    return Await.result(acknowledgement.acknowledge(TENANT, eventId, by, word));
  }

  private Delivery record(String eventId) {
    return Await.result(outbox.find(TENANT, eventId)).orElseThrow().delivery();
  }

  private List<String> taken() {
    List<String> ids = new ArrayList<>();
    broker.taken().forEach(event -> ids.add(event.eventId()));
    return ids;
  }

  private OffsetDateTime now() {
    return OffsetDateTime.now(clock);
  }

  /** The process dies after so many replacements: nothing that it writes later is written. */
  private static final class OutboxThatDiesAfter implements Outbox {

    private final Outbox real;
    private int replacementsLeft;

    OutboxThatDiesAfter(int replacements, Outbox real) {
      this.replacementsLeft = replacements;
      this.real = real;
    }

    @Override
    public CompletionStage<Boolean> replace(OutboxEntry before, Delivery after) {
      replacementsLeft--;
      return replacementsLeft < 0
          ? CompletableFuture.failedFuture(
              new PortException("outbox", PortException.Category.UNAVAILABLE, "dead"))
          : real.replace(before, after);
    }

    @Override
    public CompletionStage<List<OutboxEntry>> findDue(
        String tenantId, OffsetDateTime now, int limit) {
      return real.findDue(tenantId, now, limit);
    }

    @Override
    public CompletionStage<List<OutboxEntry>> findParked(String tenantId, int limit) {
      return real.findParked(tenantId, limit);
    }

    @Override
    public CompletionStage<Optional<OutboxEntry>> find(String tenantId, String eventId) {
      return real.find(tenantId, eventId);
    }

    @Override
    public CompletionStage<Map<DeliveryStatus, Long>> count(String tenantId) {
      return real.count(tenantId);
    }
  }
}
