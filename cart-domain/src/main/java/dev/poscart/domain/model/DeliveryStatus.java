package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/** How far an event is on its way to the peer services. */
public enum DeliveryStatus {
  /** Not published yet; it waits for its turn, for the broker, or for its next attempt. */
  PENDING("pending"),
  /** The broker has it; no peer service has said anything. */
  PUBLISHED("published"),
  /** Some peer services have it, or some have failed while others have not said anything. */
  PARTIALLY_DELIVERED("partially_delivered"),
  /** All peer services have it. */
  DELIVERED("delivered"),
  /** All peer services have failed. */
  FAILED("failed"),
  /** Set aside after too many attempts, for somebody to look at. */
  PARKED("parked");

  private final String word;

  DeliveryStatus(String word) {
    this.word = word;
  }

  /** How it is written in records. */
  public String word() {
    return word;
  }

  /** The status of that word. */
  public static Optional<DeliveryStatus> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
