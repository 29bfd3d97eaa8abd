package dev.poscart.domain.report;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.Transaction;

/**
 * The money of transactions, apart from what settles them.
 *
 * @param cash what they put into the drawer, less change and refunds in cash: negative if more was
 *     paid out
 * @param cashRounding how much more (or, if negative, less) changed hands than was owed, because
 *     cash is rounded
 * @param surplus what the shop kept of vouchers beyond the sales
 */
public record Takings(Money cash, Money cashRounding, Money surplus) {

  public static final Takings NONE = new Takings(Money.ZERO, Money.ZERO, Money.ZERO);

  static Takings of(Transaction transaction, Direction direction) {
    return new Takings(
            Money.sum(transaction.payments(), Takings::cash),
            transaction.sales().cashRounding(),
            Money.sum(transaction.payments(), Payment::surplus))
        .times(direction.net());
  }

  Takings plus(Takings other) {
    return new Takings(
        cash.plus(other.cash), cashRounding.plus(other.cashRounding), surplus.plus(other.surplus));
  }

  private Takings times(int factor) {
    return new Takings(cash.times(factor), cashRounding.times(factor), surplus.times(factor));
  }

  /** Change is cash, whatever it is given for. */
  private static Money cash(Payment payment) {
    return payment.kind().isCash() ? payment.settlement() : payment.changeDue().negated();
  }
}
