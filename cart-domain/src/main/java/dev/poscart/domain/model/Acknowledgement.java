package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A peer service's acknowledgement of an event.
 *
 * @param message text from the peer service
 */
public record Acknowledgement(Status status, Optional<String> message) {

  /** The peer service has not responded yet. */
  public static final Acknowledgement PENDING =
      new Acknowledgement(Status.PENDING, Optional.empty());

  /** The state of the acknowledgement. */
  public enum Status {
    PENDING,
    RECEIVED,
    FAILED
  }

  boolean isReceived() {
    return status == Status.RECEIVED;
  }

  boolean isFailed() {
    return status == Status.FAILED;
  }
}
