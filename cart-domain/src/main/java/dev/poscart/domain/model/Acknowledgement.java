package dev.poscart.domain.model;

import java.util.Arrays;
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
    PENDING("pending"),
    RECEIVED("received"),
    FAILED("failed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** The name in records and requests. */
    public String word() {
      return word;
    }

    /** The status with this name. */
    public static Optional<Status> of(String word) {
      return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
  }

  boolean isReceived() {
    return status == Status.RECEIVED;
  }

  boolean isFailed() {
    return status == Status.FAILED;
  }
}
