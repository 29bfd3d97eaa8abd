package dev.poscart.domain.report;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What was paid with one tender, less refunds and voids.
 *
 * @param amount what it settled: without change, without the surplus of vouchers, before the
 *     rounding of cash
 * @param count number of transactions with this tender, less voided and returned ones; two entries
 *     in one transaction count once
 */
public record TenderFigure(
    String paymentCode, PaymentKind kind, String name, Money amount, int count) {

  /** One entry of a transaction. */
  static TenderFigure of(Payment payment, Direction direction) {
    return new TenderFigure(
        payment.paymentCode(),
        payment.kind(),
        payment.name(),
        payment.amount().times(direction.net()),
        direction.net());
  }

  /** With the amount of another entry of the same transaction. */
  TenderFigure withEntry(TenderFigure other) {
    return new TenderFigure(paymentCode, kind, name, amount.plus(other.amount), count);
  }

  /** The sum of two figures of the same tender, under the name of the first. */
  TenderFigure plus(TenderFigure other) {
    return new TenderFigure(
        paymentCode, kind, name, amount.plus(other.amount), Math.addExact(count, other.count));
  }

  /**
   * Its share of all payments in percent, rounded half up to two decimals.
   *
   * @param total the sum over all tenders
   * @return 0 unless the total is positive
   */
  public BigDecimal shareOf(Money total) {
    return total.isPositive()
        ? amount
            .amount()
            .multiply(BigDecimal.valueOf(100))
            .divide(total.amount(), 2, RoundingMode.HALF_UP)
        : BigDecimal.ZERO;
  }
}
