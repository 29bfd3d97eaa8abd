package dev.poscart.domain.model;

/** A line that the store prints above or below each receipt; an empty text is a blank line. */
public record ReceiptNote(String text, Alignment alignment) {

  /** Where the text stands on the paper. */
  public enum Alignment {
    LEFT,
    CENTER,
    RIGHT
  }
}
