package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a peer service has said about an event.
 *
 * @param message the peer service's own words
 */
public record Acknowledgement(Status status, Optional<String> message) {

  /** The peer service has not said anything yet. */
  public static final Acknowledgement PENDING =
      new Acknowledgement(Status.PENDING, Optional.empty());

  /** How far the peer service is. */
  public enum Status {
    PENDING("pending"),
    RECEIVED("received"),
    FAILED("failed");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    /** How it is written in records and requests. */
    public String word() {
      return word;
    }

    /** The status of that word. */
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
