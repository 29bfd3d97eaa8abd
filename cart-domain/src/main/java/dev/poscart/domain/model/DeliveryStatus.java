package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/** The status of the delivery of an event to the peer services. */
public enum DeliveryStatus {
  /** Not published yet. */
  PENDING("pending"),
  /** The broker has accepted the event; no peer service has acknowledged it. */
  PUBLISHED("published"),
  /** Some peer services have received it, or some have failed and others have not responded. */
  PARTIALLY_DELIVERED("partially_delivered"),
  /** All peer services have received it. */
  DELIVERED("delivered"),
  /** All peer services have failed to process it. */
  FAILED("failed"),
  /** Set aside after too many attempts; requires attention. */
  PARKED("parked");

  private final String word;

  DeliveryStatus(String word) {
    this.word = word;
  }

  /** The name in records. */
  public String word() {
    return word;
  }

  /** The status with this name. */
  public static Optional<DeliveryStatus> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
