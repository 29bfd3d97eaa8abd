package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;

/**
 * What a tender does for a cart; what is left of the tender is change.
 *
 * @param amount what settles the cart
 * @param surplus what is kept beyond the cart
 * @param cashRounding what is paid more than the amount, or if negative less, because cash is
 *     rounded
 */
record Settlement(Money amount, Money surplus, Money cashRounding) {

  /**
   * Settles a cart with cash, as far as it goes.
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
   * Settles a cart with anything else, as far as it goes.
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
