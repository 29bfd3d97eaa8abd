package dev.poscart.domain.code;

/** How closely an item code has to be spelled as in the item master. */
public enum ItemCodeMatching {
  /** Blanks, symbology identifiers, full-width characters and leading zeros make no difference. */
  LENIENT,
  /** Character by character. */
  EXACT
}
