package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A person who may sign in at the terminals of a tenant.
 *
 * @param pinHash the hash of the PIN; empty: signs in without one
 * @param active whether the person may sign in
 */
public record StaffMember(String id, String name, Optional<String> pinHash, boolean active) {

  public StaffMember {
    Expect.notBlank("staff.id", id);
  }

  public Staff staff() {
    return new Staff(id, name);
  }
}
