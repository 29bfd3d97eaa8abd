package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;
import java.util.Set;

/**
 * Which versions of a cart a request may change ({@code If-Match}).
 *
 * @param versions empty: any version; an empty set: none
 */
public record Precondition(Optional<Set<Long>> versions) {

  /** Any version. */
  public static final Precondition NONE = new Precondition(Optional.empty());

  public Precondition {
    versions = versions.map(Set::copyOf);
  }

  /** Only these versions. */
  public static Precondition oneOf(Set<Long> versions) {
    return new Precondition(Optional.of(versions));
  }

  /** In plain words; the API has its own name for it. */
  @Override
  public String toString() {
    return "the precondition";
  }

  boolean allows(long version) {
    return versions.map(allowed -> allowed.contains(version)).orElse(true);
  }

  /** Checks the version that is about to be replaced. */
  void check(Versioned<Cart> before) {
    if (!allows(before.version())) {
      throw new Refused(
          Refusal.VERSION_MISMATCH,
          "The cart has version ",
          before.version(),
          ", which ",
          this,
          " does not name. ",
          Subject.cart(before.value().id()));
    }
  }
}
