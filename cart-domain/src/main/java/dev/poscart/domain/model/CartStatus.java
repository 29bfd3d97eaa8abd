package dev.poscart.domain.model;

/** The status of a cart. */
public enum CartStatus {
  IDLE,
  ENTERING_ITEM,
  PAYING,
  COMPLETED,
  CANCELLED
}
