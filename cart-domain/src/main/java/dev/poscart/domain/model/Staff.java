package dev.poscart.domain.model;

/** The person signed in at a till. */
public record Staff(String id, String name) {

  public Staff {
    Expect.notBlank("staff.id", id);
  }
}
