package dev.poscart.domain.model;

/**
 * A field of one entry in a list sent by a terminal.
 *
 * @param entry index in the list, from 0
 */
public record EntryField(int entry, Name name) {

  /** The fields that can be at fault. */
  public enum Name {
    ITEM_CODE,
    SUPPLEMENT
  }

  public EntryField {
    Expect.atLeast("entry", 0, entry);
  }
}
