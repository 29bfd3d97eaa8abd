package dev.poscart.domain.model;

/**
 * The id of a change that a terminal requests, the same for all attempts. The changed data carries
 * it, so that a repeated attempt can tell that the change has been made. A random UUID in its usual
 * text form.
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
