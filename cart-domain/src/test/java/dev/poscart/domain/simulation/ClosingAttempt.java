package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.TerminalNumbers;
import java.util.Optional;

/**
 * A travelling terminal's request to close its cart, with the outcome.
 *
 * @param carried what the terminal presented
 * @param presented the cart in it, as the terminal has seen it
 * @param numbers those that it gives to the sale; empty if it leaves them to the service
 * @param answer if done, the cart in the answer
 */
record ClosingAttempt(
    Site site,
    Closing.Kind kind,
    Carried carried,
    Cart presented,
    Optional<TerminalNumbers> numbers,
    Outcome<Cart> answer) {

  CartId cart() {
    return presented.id();
  }

  Optional<Cart> done() {
    return answer instanceof Outcome.Done<Cart> done
        ? Optional.of(done.answer())
        : Optional.empty();
  }

  /** Whether the site has seen a later state of the cart. */
  boolean isOutdated() {
    return answer instanceof Outcome.Rejected<Cart> rejected
        && rejected.refusal() == Refusal.SNAPSHOT_OUTDATED;
  }

  boolean isUnanswered() {
    return answer instanceof Outcome.Unknown;
  }
}
