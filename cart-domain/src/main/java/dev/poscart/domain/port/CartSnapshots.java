package dev.poscart.domain.port;

import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ReversalNumbers;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.TerminalKey;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/** Signs the carts that travel with terminals, and verifies them when they come back. */
public interface CartSnapshots {

  /**
   * A cart that was signed. A later check may still refuse the change that it came of, so it counts
   * as issued only once it is used.
   */
  interface Signed {

    /** The length of what was signed. */
    int signedBytes();

    /** The snapshot, which its terminal gets now; called once. */
    SignedSnapshot use();
  }

  /**
   * Verifies a snapshot and reads the cart in it.
   *
   * @param caller the terminal that presents it; any terminal of the cart's store may
   * @param expected the cart that the request is about
   * @return fails with {@link dev.poscart.domain.model.Refused} if the snapshot is malformed, its
   *     signature does not match, or its cart is another one, of another store, or closed
   */
  CompletionStage<CarriedCart> verify(SignedSnapshot snapshot, TerminalKey caller, CartId expected);

  /**
   * Verifies the numbers of a void or return, signed by something that has the keys.
   *
   * @param caller the terminal that presents them; they must be its own
   * @return fails with {@link dev.poscart.domain.model.Refused} if they are malformed, their
   *     signature does not match, or they are another terminal's
   */
  CompletionStage<ReversalNumbers> verifyNumbers(SignedSnapshot numbers, TerminalKey caller);

  /**
   * Signs a cart.
   *
   * @param terminal the terminal that gets it
   * @return fails with {@link dev.poscart.domain.model.Refused} if no key can sign for its tenant
   */
  CompletionStage<Signed> sign(CarriedCart cart, TerminalKey terminal, OffsetDateTime at);
}
