package dev.poscart.domain.model;

/** The peer services that acknowledge each event. */
public enum EventConsumer {
  REPORT,
  JOURNAL,
  STOCK
}
