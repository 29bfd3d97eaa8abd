package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;

/**
 * On which terms a cart is changed: which version it must have, and whether the change has an id
 * that tells a repeated attempt from a new change.
 */
public record Terms(Precondition precondition, Optional<ChangeId> change) {

  public static final Terms NONE = new Terms(Precondition.NONE, Optional.empty());

  public Terms onlyIf(Precondition condition) {
    return new Terms(condition, change);
  }

  public Terms once(ChangeId id) {
    return new Terms(precondition, Optional.of(id));
  }

  /**
   * Whether an earlier attempt made the change. Asked before anything else: that the cart has
   * another version or state by now, or that nobody is signed in any more, is no reason to refuse
   * what is done.
   */
  public boolean isMetBy(Cart cart) {
    return change.map(id -> cart.changes().contains(id)).orElse(false);
  }

  /** Whether a change that was made to this version would have been allowed. */
  public boolean allows(long version) {
    return precondition.allows(version);
  }

  /** Checks the very version that is going to be replaced. */
  public void check(Versioned<Cart> before) {
    precondition.check(before);
  }

  /** The changed cart as it is to be stored. */
  public Cart signed(Cart after) {
    return change.map(id -> after.change().by(id).make()).orElse(after);
  }
}
