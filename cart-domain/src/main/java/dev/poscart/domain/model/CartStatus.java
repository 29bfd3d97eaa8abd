package dev.poscart.domain.model;

/** Where a cart stands. */
public enum CartStatus {
  IDLE,
  ENTERING_ITEM,
  PAYING,
  COMPLETED,
  CANCELLED
}
