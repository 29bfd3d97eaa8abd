package dev.poscart.domain.document;

import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.EventConsumer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts delivery records to documents and back. The peer services' fields come first. */
public final class DeliveryDocument {

  private DeliveryDocument() {}

  /**
   * Writes a delivery record.
   *
   * @return a new, modifiable map
   */
  public static Map<String, Object> write(Delivery delivery) {
    return new DocumentBuilder()
        .putTime("published_at", delivery.publishedAt())
        .put("status", delivery.status())
        .putList("services", List.copyOf(delivery.acknowledgements().entrySet()), e -> service(e))
        .put("is_parked", delivery.parked())
        .putTime("due_at", delivery.dueAt())
        .put("lease_owner", delivery.leaseOwner())
        .put("publications", delivery.publications())
        .put("failures", delivery.failures())
        .put("last_error", delivery.lastError())
        .make();
  }

  private static Map<String, Object> service(Map.Entry<EventConsumer, Acknowledgement> entry) {
    return new DocumentBuilder()
        .put("service_name", entry.getKey())
        .put("status", entry.getValue().status())
        .put("message", entry.getValue().message())
        .make();
  }

  /**
   * Reads what {@link #write} wrote; unknown fields are ignored.
   *
   * @throws IllegalStateException naming the path, if a field is missing or of the wrong type
   */
  public static Delivery read(Map<String, Object> document) {
    return DocumentReader.read(document, DeliveryDocument::read);
  }

  private static Delivery read(DocumentReader document) {
    return new Delivery(
        document.flag("is_parked"),
        document.optionalTime("due_at"),
        document.optionalText("lease_owner"),
        document.optionalTime("published_at"),
        document.integer("publications"),
        document.integer("failures"),
        document.optionalText("last_error"),
        services(document));
  }

  private static Map<EventConsumer, Acknowledgement> services(DocumentReader document) {
    record Service(EventConsumer consumer, Acknowledgement word) {}
    List<Service> services =
        new ArrayList<>(
            document.list(
                "services",
                each ->
                    new Service(
                        each.choice("service_name", EventConsumer.class), acknowledgement(each))));
    Map<EventConsumer, Acknowledgement> all = new EnumMap<>(EventConsumer.class);
    services.forEach(service -> all.put(service.consumer(), service.word()));
    return all;
  }

  private static Acknowledgement acknowledgement(DocumentReader document) {
    return new Acknowledgement(
        document.choice("status", Acknowledgement.Status.class), document.optionalText("message"));
  }

  /** The stored name of a status. */
  public static String word(DeliveryStatus status) {
    return StoredEnumNames.of(status);
  }

  /** The stored name of a peer service. */
  public static String word(EventConsumer consumer) {
    return StoredEnumNames.of(consumer);
  }

  /** The stored name of what a peer service said. */
  public static String word(Acknowledgement.Status status) {
    return StoredEnumNames.of(status);
  }

  /** The status with this stored name; empty if there is none. */
  public static Optional<DeliveryStatus> status(String word) {
    return Arrays.stream(DeliveryStatus.values())
        .filter(status -> word(status).equals(word))
        .findFirst();
  }
}
