package dev.poscart.domain.model;

/**
 * The id of one change that a terminal asks for, the same however often it asks: what was changed
 * carries it, so that an attempt can see that an earlier one was the one that counted. A random
 * UUID in the usual text form.
 */
public record ChangeId(String value) {

  public ChangeId {
    Expect.notBlank("changeId", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
