package dev.poscart.domain.code;

/** How item codes are compared with those in the item master. */
public enum ItemCodeMatching {
  /** Blanks, symbology identifiers, full-width characters and leading zeros make no difference. */
  LENIENT,
  /** Character by character. */
  EXACT
}
