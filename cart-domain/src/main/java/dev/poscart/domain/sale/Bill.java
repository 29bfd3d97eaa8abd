package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.pricing.StampDuty;
import java.util.Optional;

/**
 * Closing a sale. The mark decides it; the transaction follows from the marked cart and its numbers
 * alone, so that whoever finishes the closing makes the same one.
 */
public final class Bill {

  private Bill() {}

  /** Marks the cart as closing, if it may be closed in this way. */
  public static Cart mark(Cart cart, Closing closing) {
    if (closing.kind() == Closing.Kind.BILL) {
      CartEvent.BILL.check(cart);
      Till.checkSomethingIsSold(cart);
      checkPaid(cart);
    } else {
      CartEvent.CANCEL.check(cart);
    }
    return cart.change()
        .closing(closing)
        .terminal(closing.terminal())
        .parked(Optional.empty())
        .make();
  }

  /**
   * The transaction of a marked cart, its printed texts still empty.
   *
   * @throws IllegalStateException if the cart is not marked
   */
  public static Transaction transaction(Cart cart, IssuedNumbers numbers) {
    Closing closing = closing(cart);
    return new Transaction(
        closing.terminal(),
        numbers,
        cart.type(),
        Transaction.claimOf(cart.id()),
        cart.storeName(),
        closing.session(),
        closing.at(),
        cart.customer(),
        sales(cart, closing),
        cart.lines(),
        cart.payments(),
        cart.taxes(),
        cart.subtotalDiscounts(),
        Optional.empty(),
        closing.staff(),
        closing.receipt(),
        "",
        "",
        closing.eventId(),
        Optional.empty());
  }

  /** The cart at its end, with what its transaction in the log says. */
  public static Cart complete(Cart cart, Transaction transaction) {
    boolean cancelled = closing(cart).kind() == Closing.Kind.CANCEL;
    return cart.change()
        .status(cancelled ? CartStatus.CANCELLED : CartStatus.COMPLETED)
        .closed(
            new Closed(
                transaction.numbers(),
                transaction.sales().stampDuty(),
                transaction.receiptText(),
                transaction.journalText()))
        .make();
  }

  private static Closing closing(Cart cart) {
    return cart.closing()
        .orElseThrow(() -> new IllegalStateException("cart is not closing: " + cart.id()));
  }

  private static Sales sales(Cart cart, Closing closing) {
    StampDuty stampDuty = StampDuty.of(cart, closing.stampDutyCodes());
    return new Sales(
        cart.createdAt(),
        cart.total(),
        cart.totalWithTax(),
        cart.externalTax(),
        cart.totalQuantity(),
        cart.changeDue(),
        cart.discountTotal(),
        closing.kind() == Closing.Kind.CANCEL,
        stampDuty.target(),
        stampDuty.duty(),
        cart.cashRoundingDifference());
  }

  /** What comes to nothing in cash cannot be paid, and is let go. */
  private static void checkPaid(Cart cart) {
    if (cart.balanceDue().isPositive() && cart.cashDue().isPositive()) {
      throw new Refused(
          Refusal.BALANCE_LEFT,
          "The balance is greater than 0, cart_id: "
              + cart.id()
              + ", balance: "
              + cart.balanceDue());
    }
  }
}
