package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;

/**
 * What a tender settles of a cart; the rest of the tender is change.
 *
 * @param amount what it settles
 * @param surplus what the shop keeps beyond the cart
 * @param cashRounding how much more (or, if negative, less) than the amount is paid because cash is
 *     rounded
 */
record Settlement(Money amount, Money surplus, Money cashRounding) {

  /**
   * Settles a cart with cash, as far as it suffices.
   *
   * @throws Refused with {@link Refusal#CASH_NOT_WHOLE} or {@link Refusal#TENDER_EXCEEDS_BALANCE}
   */
  static Settlement inCash(Cart cart, Money handed, OverTender overTender) {
    if (!cart.cashRounding().canBeHandedOver(handed)) {
      throw new Refused(
          Refusal.CASH_NOT_WHOLE,
          "Cash of "
              + handed
              + " (expected: whole yen; the balance comes to "
              + cart.cashDue()
              + " in cash)");
    }
    return of(cart, handed, cart.cashDue(), overTender);
  }

  /**
   * Settles a cart with a tender other than cash, as far as it suffices.
   *
   * @throws Refused with {@link Refusal#TENDER_EXCEEDS_BALANCE}
   */
  static Settlement withoutCash(Cart cart, Money handed, OverTender overTender) {
    return of(cart, handed, cart.balanceDue(), overTender);
  }

  private static Settlement of(Cart cart, Money handed, Money due, OverTender overTender) {
    if (due.isGreaterThan(handed)) {
      return new Settlement(handed, Money.ZERO, Money.ZERO);
    }
    Money balance = cart.balanceDue();
    return switch (overTender) {
      case CHANGE -> {
        Money over = handed.minus(balance);
        Money change = cart.cashRounding().change(over.plus(cart.cashRoundingDifference()));
        yield new Settlement(balance, Money.ZERO, over.minus(change));
      }
      case KEPT -> new Settlement(balance, handed.minus(due), due.minus(balance));
      case REFUSED -> {
        if (handed.isGreaterThan(due)) {
          throw new Refused(
              Refusal.TENDER_EXCEEDS_BALANCE,
              "Deposit " + handed + " over the balance (expected: <= " + due + ")");
        }
        yield new Settlement(balance, Money.ZERO, due.minus(balance));
      }
    };
  }
}
