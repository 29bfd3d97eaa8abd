package dev.poscart.domain.model;

import java.util.Optional;

/**
 * An accepted tender, or a refund.
 *
 * @param paymentNo 1, 2, ... in the order of acceptance
 * @param tenderedAmount what was handed over; called deposit on the wire
 * @param amount what it settles of the sale
 * @param surplus what the shop keeps beyond the sale: the rest of a voucher that gives no change
 * @param cashRounding how much more (or, if negative, less) than the amount the shop gets because
 *     cash is rounded
 */
public record Payment(
    int paymentNo,
    String paymentCode,
    PaymentKind kind,
    String name,
    Money tenderedAmount,
    Money amount,
    Money surplus,
    Money cashRounding,
    Optional<String> detail) {

  public Payment {
    Expect.atLeast("paymentNo", 1, paymentNo);
    Expect.notNegative("surplus", surplus);
  }

  /** A new payment without surplus and rounding; kugelpos has taken negative ones, too. */
  public Payment(
      int paymentNo,
      String paymentCode,
      PaymentKind kind,
      String name,
      Money tenderedAmount,
      Money amount,
      Optional<String> detail) {
    this(
        paymentNo, paymentCode, kind, name, tenderedAmount, amount, Money.ZERO, Money.ZERO, detail);
    Expect.notNegative("amount", amount);
    Expect.notNegative("tenderedAmount", tenderedAmount);
  }

  /** The same tender with this much of its surplus settling the sale. */
  public Payment settlingMore(Money used) {
    return new Payment(
        paymentNo,
        paymentCode,
        kind,
        name,
        tenderedAmount,
        amount.plus(used),
        surplus.minus(used),
        cashRounding,
        detail);
  }

  /** The amount including its rounding: what changes hands for the sale. */
  public Money settlement() {
    return amount.plus(cashRounding);
  }

  /** The change due: the part of the tendered amount that is given back; zero for refunds. */
  public Money changeDue() {
    Money kept = settlement().plus(surplus);
    return tenderedAmount.isGreaterThan(kept) ? tenderedAmount.minus(kept) : Money.ZERO;
  }
}
