package dev.poscart.domain.model;

/**
 * A field of one entry of the list that a terminal sent.
 *
 * @param entry position in the list, from 0
 */
public record EntryField(int entry, Name name) {

  /** What the field holds. */
  public enum Name {
    ITEM_CODE,
    SUPPLEMENT
  }

  public EntryField {
    Expect.atLeast("entry", 0, entry);
  }
}
