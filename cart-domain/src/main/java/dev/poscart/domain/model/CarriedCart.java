package dev.poscart.domain.model;

import java.util.List;
import java.util.Optional;

/**
 * A cart that travels with its terminal instead of being stored, together with its own copies of
 * the master data that a server-side cart would look up again.
 *
 * @param revision how many times the cart has been issued; 0 before the first time
 * @param issuedTo the terminal that got it last; empty before the first time
 * @param openedBy the staff who opened the cart
 * @param settings those that its receipt and journal need
 * @param promotions those of its store, as they were when it was opened
 * @param stated what the cart comes to as its snapshot says; empty before the first time
 */
public record CarriedCart(
    Cart cart,
    int revision,
    Optional<TerminalKey> issuedTo,
    Optional<Staff> openedBy,
    List<Setting> settings,
    List<Promotion> promotions,
    Optional<CarriedTotals> stated) {

  public CarriedCart {
    Expect.atLeast("revision", 0, revision);
    settings = List.copyOf(settings);
    promotions = List.copyOf(promotions);
  }

  /** The changed cart with the next revision. */
  public CarriedCart following(Cart changed) {
    return new CarriedCart(
        changed,
        Math.addExact(revision, 1),
        issuedTo,
        openedBy,
        settings,
        promotions,
        Optional.empty());
  }

  /** The same as issued to a terminal. */
  public CarriedCart issuedTo(TerminalKey terminal) {
    return new CarriedCart(
        cart, revision, Optional.of(terminal), openedBy, settings, promotions, stated);
  }
}
