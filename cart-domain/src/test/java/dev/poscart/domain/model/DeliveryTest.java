package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T18:00:00+09:00");

  @ParameterizedTest
  @CsvSource({
    "PENDING, PENDING, PENDING, PUBLISHED",
    "RECEIVED, PENDING, PENDING, PARTIALLY_DELIVERED",
    "RECEIVED, FAILED, FAILED, PARTIALLY_DELIVERED",
    "RECEIVED, RECEIVED, FAILED, PARTIALLY_DELIVERED",
    "FAILED, PENDING, PENDING, PARTIALLY_DELIVERED",
    "FAILED, FAILED, PENDING, PARTIALLY_DELIVERED",
    "FAILED, FAILED, FAILED, FAILED",
    "RECEIVED, RECEIVED, RECEIVED, DELIVERED",
  })
  void statusOfAPublishedEvent_followsFromTheAcknowledgements(
      Acknowledgement.Status report,
      Acknowledgement.Status journal,
      Acknowledgement.Status stock,
      DeliveryStatus expected) {
    Delivery delivery =
        published()
            .acknowledged(EventConsumer.REPORT, word(report), AT)
            .acknowledged(EventConsumer.JOURNAL, word(journal), AT)
            .acknowledged(EventConsumer.STOCK, word(stock), AT);

    assertThat(delivery.status()).isEqualTo(expected);
  }

  @Test
  void anAcknowledgement_provesThatTheEventWasPublished() {
    Delivery parked = Delivery.pending(AT).failedAndParked("broker: no answer");
    assertThat(parked.status()).isEqualTo(DeliveryStatus.PARKED);

    Delivery after =
        parked.acknowledged(
            EventConsumer.STOCK, word(Acknowledgement.Status.RECEIVED), AT.plusHours(1));

    assertThat(after.status()).isEqualTo(DeliveryStatus.PARTIALLY_DELIVERED);
    assertThat(after.publishedAt()).contains(AT.plusHours(1));
  }

  @Test
  void aServiceThatReportedAFailure_mayStillAcknowledge() {
    Delivery delivery =
        published().acknowledged(EventConsumer.STOCK, word(Acknowledgement.Status.FAILED), AT);
    for (EventConsumer consumer : EventConsumer.values()) {
      delivery = delivery.acknowledged(consumer, word(Acknowledgement.Status.RECEIVED), AT);
    }

    assertThat(delivery.status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(delivery.dueAt()).isEmpty();
  }

  private static Delivery published() {
    return Delivery.pending(AT).published(AT, Optional.of(AT.plusMinutes(5)));
  }

  private static Acknowledgement word(Acknowledgement.Status status) {
    return new Acknowledgement(status, Optional.empty());
  }
}
