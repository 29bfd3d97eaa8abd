package dev.poscart.domain.model;

/** What to do with an item name that is too wide for its line on the receipt. */
public enum LongItemNames {
  /** Truncate it. */
  CUT,
  /** Continue it on a second line. */
  WRAP
}
