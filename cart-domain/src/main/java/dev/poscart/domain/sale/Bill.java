package dev.poscart.domain.sale;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.Closed;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.pricing.StampDuty;
import java.util.Optional;

/**
 * The closing of a sale. Marking the cart decides it; the transaction depends only on the marked
 * cart and its numbers, so every process that finishes the closing creates the same one.
 */
public final class Bill {

  private Bill() {}

  /** Marks the cart as closing, if the rules allow it. */
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
   * The transaction of a marked cart, without its printed texts.
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

  /** The closed cart, with the results of its transaction in the log. */
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

  /** The cart as it was before the decision to close it, which cannot be carried out. */
  public static Cart unmark(Cart cart) {
    return cart.change().notClosing().make();
  }

  /** The cart as it is in the log, which may have been closed by another terminal. */
  public static Cart recorded(Cart marked, Transaction transaction) {
    Closing closing = closing(marked);
    Cart logged =
        marked
            .change()
            .terminal(transaction.terminal())
            .lines(transaction.lines())
            .payments(transaction.payments())
            .taxes(transaction.taxes())
            .subtotalDiscounts(transaction.subtotalDiscounts())
            .closing(
                new Closing(
                    closing.kind(),
                    transaction.terminal(),
                    transaction.staff(),
                    transaction.session(),
                    transaction.generatedAt(),
                    transaction.eventId(),
                    transaction.receipt(),
                    closing.stampDutyCodes()))
            .make();
    return complete(logged, transaction);
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

  /** A balance that rounds to no cash cannot be paid and is waived. */
  private static void checkPaid(Cart cart) {
    if (cart.balanceDue().isPositive() && cart.cashDue().isPositive()) {
      throw new Refused(
          Refusal.BALANCE_LEFT,
          "The balance is greater than 0, ",
          Subject.cart(cart.id()),
          ", balance: ",
          cart.balanceDue());
    }
  }
}
