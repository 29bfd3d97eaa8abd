package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;

/**
 * The context of a request that changes something. A route creates one per request and passes it
 * down to where the change is loaded, checked and saved.
 *
 * @param terminal the caller
 * @param change id of the change, the same for all attempts; empty without an idempotency key
 * @param precondition the versions of the cart that may be changed; has no effect on reversals
 * @param carried the cart, if it came with the request; empty if it is stored
 * @param numbers those that the terminal gives to a carried cart that it closes, or to a reversal
 */
public record ChangeContext(
    Terminal terminal,
    Optional<ChangeId> change,
    Precondition precondition,
    Optional<CarriedCart> carried,
    Optional<TerminalNumbers> numbers) {

  /** A change by this terminal, without an id and without a precondition. */
  public static ChangeContext by(Terminal terminal) {
    return new ChangeContext(
        terminal, Optional.empty(), Precondition.NONE, Optional.empty(), Optional.empty());
  }

  /**
   * The same with an id. However many attempts have it, also concurrently, the change is made once.
   * An attempt that finds it made answers with its result, whatever has happened since.
   */
  public ChangeContext once(ChangeId id) {
    return new ChangeContext(terminal, Optional.of(id), precondition, carried, numbers);
  }

  /** The same with a precondition. */
  public ChangeContext onlyIf(Precondition condition) {
    return new ChangeContext(terminal, change, condition, carried, numbers);
  }

  /** The same for a cart that came with the request. */
  public ChangeContext carrying(CarriedCart cart) {
    return new ChangeContext(terminal, change, precondition, Optional.of(cart), numbers);
  }

  /** The same with the terminal's own numbers for the closed sale. */
  public ChangeContext numbered(TerminalNumbers given) {
    return new ChangeContext(terminal, change, precondition, carried, Optional.of(given));
  }

  /** The same with the terminal's own numbers for a void or return, whose id is the change's. */
  public ChangeContext numbered(ReversalNumbers given) {
    return numbered(given.numbers()).once(new ChangeId(given.id().value()));
  }

  /**
   * Whether an earlier attempt made the change. Has to be checked first: a change that was made is
   * not refused because the cart has another version or state by now or the staff has signed out.
   */
  public boolean isMadeIn(Cart cart) {
    return change.map(id -> cart.changes().contains(id)).orElse(false);
  }

  /** Whether the precondition allows a change of this version. */
  public boolean allows(long version) {
    return precondition.allows(version);
  }

  /** Checks the caller and the version that is going to be replaced. */
  void check(Versioned<Cart> before) {
    terminal.requireStaff();
    precondition.check(before);
  }

  /** The changed cart, with the id of the change if there is one. */
  Cart signed(Cart after) {
    return change.map(id -> after.change().by(id).make()).orElse(after);
  }
}
