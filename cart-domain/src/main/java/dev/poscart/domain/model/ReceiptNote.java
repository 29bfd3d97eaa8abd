package dev.poscart.domain.model;

/** A header or footer line of receipts; an empty text is a blank line. */
public record ReceiptNote(String text, Alignment alignment) {

  /** The alignment of the text. */
  public enum Alignment {
    LEFT,
    CENTER,
    RIGHT
  }
}
