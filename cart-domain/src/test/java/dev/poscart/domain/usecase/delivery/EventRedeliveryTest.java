package dev.poscart.domain.usecase.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Events that have to be published again. */
class EventRedeliveryTest extends EventDeliveryFixture {

  private static final Acknowledgement RECEIVED =
      new Acknowledgement(Acknowledgement.Status.RECEIVED, Optional.empty());
  private static final Acknowledgement FAILED =
      new Acknowledgement(Acknowledgement.Status.FAILED, Optional.of("disk full"));
  private final DeliveryAcknowledgement acknowledgement =
      new DeliveryAcknowledgement(outbox, clock);

  @Test
  void theLeaseOfADeadProcess_expires_andAnotherPublishes() {
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
  void aCrashBetweenPublishingAndRecordingIt_publishesTheEventAgain() {
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
  void d54_anUnacknowledgedEvent_isPublishedAgain_withGrowingDelays_andFinallyParked() {
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
  void anEventReceivedByAll_isNotPublishedAgain() {
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

  private DeliveryStatus acknowledge(String eventId, EventConsumer by, Acknowledgement word) {
    return Await.result(acknowledgement.acknowledge(TENANT, eventId, by, word));
  }

  /** The process dies after this many replacements; later writes are lost. */
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
