package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The delivery record of one event, kept with its transaction from the moment that one is in the
 * log.
 *
 * @param parked whether it was set aside
 * @param dueAt when somebody has to do something about it next; a lease is a due time in the
 *     future, so that one whose owner died simply becomes due; empty: nobody has to
 * @param leaseOwner the process that is publishing it, until {@code dueAt}
 * @param publishedAt when the broker last took it; empty: never
 * @param publications how often the broker has taken it
 * @param failures attempts that failed since it was last published or revived
 * @param lastError why the last attempt failed, or why it was parked
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

  /** Copies; a peer service that is not named has not said anything. */
  public Delivery {
    Expect.atLeast("publications", 0, publications);
    Expect.atLeast("failures", 0, failures);
    Map<EventConsumer, Acknowledgement> all = new EnumMap<>(EventConsumer.class);
    for (EventConsumer consumer : EventConsumer.values()) {
      all.put(consumer, acknowledgements.getOrDefault(consumer, Acknowledgement.PENDING));
    }
    acknowledgements = Collections.unmodifiableMap(all);
  }

  /** The record of an event that is new and due. */
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

  /** How far the event is. */
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

  /** In the hands of one process until then. */
  public Delivery leased(String owner, OffsetDateTime until) {
    return new Delivery(
        parked,
        Optional.of(until),
        Optional.of(owner),
        publishedAt,
        publications,
        failures,
        lastError,
        acknowledgements);
  }

  /**
   * The broker has taken it.
   *
   * @param nextAt when it is published again unless all have acknowledged it; empty: never
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

  /** An attempt failed; the next one is due then. */
  public Delivery failed(String error, OffsetDateTime nextAt) {
    return ended(false, Optional.of(nextAt), failures + 1, error);
  }

  /** An attempt failed, and it is not tried again. */
  public Delivery failedAndParked(String error) {
    return ended(true, Optional.empty(), failures + 1, error);
  }

  /** Set aside. */
  public Delivery parked(String reason) {
    return ended(true, Optional.empty(), failures, reason);
  }

  /** Taken up again, as if nothing had been tried. */
  public Delivery revived(OffsetDateTime at) {
    return new Delivery(
        false,
        Optional.of(at),
        Optional.empty(),
        publishedAt,
        publications,
        0,
        lastError,
        acknowledgements);
  }

  /**
   * A peer service has spoken. That proves that the event was published, whether or not the process
   * that did so lived long enough to record it.
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
    return new Delivery(
        false,
        Optional.empty(),
        Optional.empty(),
        publishedAt,
        publications,
        failures,
        lastError,
        acknowledgements);
  }

  private Delivery ended(
      boolean aside, Optional<OffsetDateTime> nextAt, int allFailures, String reason) {
    return new Delivery(
        aside,
        nextAt,
        Optional.empty(),
        publishedAt,
        publications,
        allFailures,
        Optional.of(reason),
        acknowledgements);
  }
}
