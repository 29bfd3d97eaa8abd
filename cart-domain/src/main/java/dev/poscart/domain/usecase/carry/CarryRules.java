package dev.poscart.domain.usecase.carry;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.util.List;

/**
 * The rules for carried carts.
 *
 * @param required whether all carts are carried; otherwise the terminal decides for each cart
 * @param maxRequestBytes maximum length of a request, in which the cart comes back
 */
public record CarryRules(boolean required, int maxRequestBytes) {

  private static final int GROWTH_PERCENT = 60;

  /** A cart must not grow beyond this, so that what has to follow still fits a request. */
  long maxSignedBytes() {
    return (long) maxRequestBytes * GROWTH_PERCENT / 100;
  }

  /**
   * Refuses a change that adds something to a cart that becomes too large to come back.
   *
   * @throws Refused with {@link Refusal#SNAPSHOT_TOO_LARGE}
   */
  void checkGrowth(Cart before, Cart after, int signedBytes) {
    if (signedBytes > maxSignedBytes() && parts(after) > parts(before)) {
      throw new Refused(
          Refusal.SNAPSHOT_TOO_LARGE,
          "The cart would have ",
          signedBytes,
          " bytes (expected: at most ",
          maxSignedBytes(),
          "); close it and open another one");
    }
  }

  /** The number of what can be added without limit. */
  private static int parts(Cart cart) {
    return cart.lines().stream().map(LineItem::discounts).mapToInt(List::size).sum()
        + cart.lines().size()
        + cart.subtotalDiscounts().size();
  }
}
