package dev.poscart.adapters.mongo;

import dev.poscart.domain.document.DeliveryDocument;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.EventConsumer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/** How far the delivery of an event has come, in the words of kugelpos's delivery records. */
final class KugelposDelivery {

  static final String STATUS = "status";

  private KugelposDelivery() {}

  /** Kugelpos has no word for an event that waits for its publication or was given up. */
  static String status(Delivery delivery) {
    DeliveryStatus status = delivery.status();
    boolean isKnown = status != DeliveryStatus.PENDING && status != DeliveryStatus.PARKED;
    return DeliveryDocument.word(isKnown ? status : DeliveryStatus.FAILED);
  }

  /** The delivery record of this service, which is due at once. */
  static Delivery read(Document record, OffsetDateTime now) {
    Map<EventConsumer, Acknowledgement> words = acknowledgements(record);
    boolean isUnpublished =
        DeliveryDocument.word(DeliveryStatus.FAILED).equals(record.getString(STATUS))
            && words.values().stream().allMatch(Acknowledgement.PENDING::equals);
    Optional<OffsetDateTime> publishedAt =
        isUnpublished
            ? Optional.empty()
            : Optional.ofNullable(record.get("published_at", Date.class))
                .map(at -> at.toInstant().atOffset(ZoneOffset.UTC));
    return new Delivery(
        false,
        Optional.of(now),
        Optional.empty(),
        publishedAt,
        publishedAt.isPresent() ? 1 : 0,
        0,
        Optional.empty(),
        words);
  }

  private static Map<EventConsumer, Acknowledgement> acknowledgements(Document record) {
    Map<EventConsumer, Acknowledgement> words = new EnumMap<>(EventConsumer.class);
    for (Document service : record.getList("services", Document.class, List.of())) {
      for (EventConsumer consumer : EventConsumer.values()) {
        if (DeliveryDocument.word(consumer).equals(service.getString("service_name"))) {
          words.put(consumer, acknowledgement(service));
        }
      }
    }
    return words;
  }

  private static Acknowledgement acknowledgement(Document service) {
    for (Acknowledgement.Status status : Acknowledgement.Status.values()) {
      if (status != Acknowledgement.Status.PENDING
          && DeliveryDocument.word(status).equals(service.getString(STATUS))) {
        return new Acknowledgement(status, Optional.ofNullable(service.getString("message")));
      }
    }
    return Acknowledgement.PENDING;
  }

  static List<Document> services(Delivery delivery) {
    return delivery.acknowledgements().entrySet().stream()
        .map(
            service ->
                KugelposForm.unstored()
                    .append("service_name", DeliveryDocument.word(service.getKey()))
                    .append("received_at", null)
                    .append(STATUS, DeliveryDocument.word(service.getValue().status()))
                    .append("message", service.getValue().message().orElse(null)))
        .toList();
  }
}
