package dev.poscart.domain.usecase.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.document.DeskEventDocument;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.DeskTestData;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Acknowledgement.Status;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The float of an opening, which peer services receive as a movement of cash. */
class OpeningFloatTest extends EventDeliveryFixture {

  /** The id of the entry at position 1, and the same with its last bit turned. */
  private static final String OPENING = "0d3ce2a5-9a1f-4c3e-8b7a-000000000001";

  private static final String FLOAT = "0d3ce2a5-9a1f-4c3e-8b7a-000000000000";

  private final DeliveryAcknowledgement acknowledgement =
      new DeliveryAcknowledgement(outbox, clock);

  @Test
  void openingWithAFloat_isPublishedAfterIt() {
    open(Optional.of(Money.of(30_000)));

    assertThat(run()).isEqualTo(1);

    assertThat(taken()).containsExactly(FLOAT, OPENING);
    Map<String, Object> event = DeskEventDocument.write((DeskEntry) broker.taken().get(0));
    assertThat(event)
        .containsEntry("event_type", "cash_in_out")
        .containsEntry("amount", new BigDecimal("30000"))
        .containsEntry("description", "Initial amount")
        .containsEntry("generate_date_time", "2025-11-23T18:27:03.415939+09:00")
        .containsEntry("business_counter", 7);
    assertThat(String.valueOf(event.get("journal_text")))
        .contains("【 入 金  レ ポ ー ト 】")
        .contains("Initial amount          30,000円");
  }

  @Test
  void floatOfNothing_isPublished_andNoFloatIsNot() {
    open(Optional.of(Money.ZERO));
    run();
    assertThat(taken()).containsExactly(FLOAT, OPENING);

    OpeningFloatTest other = new OpeningFloatTest();
    other.open(Optional.empty());
    other.run();
    assertThat(other.taken()).containsExactly(OPENING);
  }

  @Test
  void openingThatFailsAfterItsFloat_isRepeatedWithIt() {
    open(Optional.of(Money.of(5)));
    broker.beforeAnswer(event -> broker.setDown(event.eventId().equals(FLOAT)));
    run();
    assertThat(record(OPENING).failures()).isEqualTo(1);

    broker.setDown(false);
    broker.beforeAnswer(event -> {});
    clock.advance(Duration.ofSeconds(1));
    run();
    assertThat(taken()).containsExactly(FLOAT, FLOAT, OPENING);
  }

  @Test
  void wordOnAFloat_isTakenForItsOpening_whichStillNeedsItsOwn() {
    open(Optional.of(Money.of(5)));
    run();

    acknowledge(FLOAT, Status.RECEIVED);
    assertThat(record(OPENING).status()).isEqualTo(DeliveryStatus.PUBLISHED);
    acknowledge(FLOAT, Status.FAILED);
    assertThat(record(OPENING).status()).isNotEqualTo(DeliveryStatus.PUBLISHED);
  }

  @Test
  void wordOnTheFloatOfAClosing_isRefused() {
    Await.result(log.deskLog().append(DeskTestData.closing().makeAt(1)));

    for (String id : List.of(FLOAT, "9-1")) {
      assertThat(
              UseCaseFixture.refused(
                      acknowledgement.acknowledge(
                          TENANT, id, EventConsumer.REPORT, word(Status.RECEIVED)))
                  .refusal())
          .isEqualTo(Refusal.EVENT_NOT_FOUND);
    }
  }

  private void open(Optional<Money> openingFloat) {
    Await.result(log.deskLog().append(DeskTestData.opening().openingFloat(openingFloat).makeAt(1)));
  }

  private void acknowledge(String eventId, Status status) {
    Await.result(acknowledgement.acknowledge(TENANT, eventId, EventConsumer.REPORT, word(status)));
  }

  private static Acknowledgement word(Status status) {
    return new Acknowledgement(status, Optional.empty());
  }
}
