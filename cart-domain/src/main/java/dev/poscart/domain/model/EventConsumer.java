package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/** The peer services that acknowledge each event. */
public enum EventConsumer {
  REPORT("report"),
  JOURNAL("journal"),
  STOCK("stock");

  private final String word;

  EventConsumer(String word) {
    this.word = word;
  }

  /** The name by which the peer service identifies itself. */
  public String word() {
    return word;
  }

  /** The peer service with this name. */
  public static Optional<EventConsumer> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
