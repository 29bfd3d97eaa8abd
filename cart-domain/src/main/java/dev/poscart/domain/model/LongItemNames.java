package dev.poscart.domain.model;

/** What becomes of an item name that is wider than its line on the receipt. */
public enum LongItemNames {
  /** Its end is left out. */
  CUT,
  /** It goes on in a second line. */
  WRAP
}
