package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The delivery record of an event, stored with its transaction.
 *
 * @param parked whether the event was set aside
 * @param dueAt when the event must be processed next; a lease is a due time in the future, so the
 *     lease of a crashed process simply becomes due; empty: never
 * @param leaseOwner the process that is publishing the event, until {@code dueAt}
 * @param publishedAt when the broker last accepted the event; empty: never
 * @param publications how many times the broker has accepted the event
 * @param failures failed attempts since the event was last published or revived
 * @param lastError why the last attempt failed, or why the event was parked
 */
public record Delivery(
    boolean parked,
    Optional<OffsetDateTime> dueAt,
    Optional<String> leaseOwner,
    Optional<OffsetDateTime> publishedAt,
    int publications,
    int failures,
    Optional<String> lastError,
    Map<EventConsumer, Acknowledgement> acknowledgements) {

  /** Completes the acknowledgements: missing ones are pending. */
  public Delivery {
    Expect.atLeast("publications", 0, publications);
    Expect.atLeast("failures", 0, failures);
    Map<EventConsumer, Acknowledgement> all = new EnumMap<>(EventConsumer.class);
    for (EventConsumer consumer : EventConsumer.values()) {
      all.put(consumer, acknowledgements.getOrDefault(consumer, Acknowledgement.PENDING));
    }
    acknowledgements = Collections.unmodifiableMap(all);
  }

  /** The record of a new event, due at once. */
  public static Delivery pending(OffsetDateTime at) {
    return new Delivery(
        false,
        Optional.of(at),
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        Optional.empty(),
        Map.of());
  }

  public boolean isPublished() {
    return publishedAt.isPresent();
  }

  /** The status of the delivery. */
  public DeliveryStatus status() {
    if (isReceivedByAll()) {
      return DeliveryStatus.DELIVERED;
    }
    if (parked) {
      return DeliveryStatus.PARKED;
    }
    if (!isPublished()) {
      return DeliveryStatus.PENDING;
    }
    if (acknowledgements.values().stream().allMatch(Acknowledgement::isFailed)) {
      return DeliveryStatus.FAILED;
    }
    return acknowledgements.values().stream().allMatch(Acknowledgement.PENDING::equals)
        ? DeliveryStatus.PUBLISHED
        : DeliveryStatus.PARTIALLY_DELIVERED;
  }

  private boolean isReceivedByAll() {
    return acknowledgements.values().stream().allMatch(Acknowledgement::isReceived);
  }

  /** Leased to one process. */
  public Delivery leased(String owner, OffsetDateTime until) {
    return kept(parked, Optional.of(until), Optional.of(owner), failures, lastError);
  }

  /**
   * The broker has accepted the event.
   *
   * @param nextAt when to publish it again, unless all have acknowledged it; empty: never
   */
  public Delivery published(OffsetDateTime at, Optional<OffsetDateTime> nextAt) {
    return new Delivery(
        false,
        nextAt,
        Optional.empty(),
        Optional.of(at),
        publications + 1,
        0,
        Optional.empty(),
        acknowledgements);
  }

  /** An attempt has failed; the next one is due at the given time. */
  public Delivery failed(String error, OffsetDateTime nextAt) {
    return ended(false, Optional.of(nextAt), failures + 1, error);
  }

  /** An attempt has failed and is not repeated. */
  public Delivery failedAndParked(String error) {
    return ended(true, Optional.empty(), failures + 1, error);
  }

  /** Set aside. */
  public Delivery parked(String reason) {
    return ended(true, Optional.empty(), failures, reason);
  }

  /** Retried from the beginning, without earlier failures. */
  public Delivery revived(OffsetDateTime at) {
    return kept(false, Optional.of(at), Optional.empty(), 0, lastError);
  }

  /**
   * A peer service has acknowledged the event. This proves that the event was published, even if
   * the publishing process did not live to record it.
   */
  public Delivery acknowledged(EventConsumer by, Acknowledgement word, OffsetDateTime at) {
    Map<EventConsumer, Acknowledgement> all = new EnumMap<>(acknowledgements);
    all.put(by, word);
    Delivery after =
        new Delivery(
            parked && isPublished(),
            dueAt,
            leaseOwner,
            publishedAt.or(() -> Optional.of(at)),
            publications,
            failures,
            lastError,
            all);
    return after.isReceivedByAll() ? after.over() : after;
  }

  private Delivery over() {
    return kept(false, Optional.empty(), Optional.empty(), failures, lastError);
  }

  private Delivery ended(
      boolean aside, Optional<OffsetDateTime> nextAt, int allFailures, String reason) {
    return kept(aside, nextAt, Optional.empty(), allFailures, Optional.of(reason));
  }

  /** The same publications and acknowledgements with another outlook. */
  private Delivery kept(
      boolean aside,
      Optional<OffsetDateTime> nextAt,
      Optional<String> owner,
      int allFailures,
      Optional<String> error) {
    return new Delivery(
        aside, nextAt, owner, publishedAt, publications, allFailures, error, acknowledgements);
  }
}
