package dev.poscart.domain.model;

/** The status of the delivery of an event to the peer services. */
public enum DeliveryStatus {
  /** Not published yet. */
  PENDING,
  /** The broker has accepted the event; no peer service has acknowledged it. */
  PUBLISHED,
  /** Some peer services have received it, or some have failed and others have not responded. */
  PARTIALLY_DELIVERED,
  /** All peer services have received it. */
  DELIVERED,
  /** All peer services have failed to process it. */
  FAILED,
  /** Set aside after too many attempts; requires attention. */
  PARKED
}
