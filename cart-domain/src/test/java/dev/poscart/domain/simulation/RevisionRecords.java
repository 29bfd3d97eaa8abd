package dev.poscart.domain.simulation;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartRevision;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The revisions of carried carts in a database. */
final class RevisionRecords {

  private final boolean compared;
  private final Map<CartId, CartRevision> highest = new HashMap<>();
  private final Set<CartRevision> accepted = new HashSet<>();

  /**
   * @param compared whether callers learn of anything but their own revision
   */
  RevisionRecords(boolean compared) {
    this.compared = compared;
  }

  CartRevision advance(CartRevision revision) {
    CartRevision known =
        highest.merge(
            revision.cart(),
            revision,
            (stored, next) -> next.number() > stored.number() ? next : stored);
    accepted.add(known);
    return compared ? known : revision;
  }

  /** Whether a revision has ever been the highest one. */
  boolean hasAccepted(CartRevision revision) {
    return accepted.contains(revision);
  }
}
