package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A tender that was taken, or money that went back.
 *
 * @param paymentNo 1, 2, ... in order of taking
 * @param tenderedAmount what was handed over; on the wire it is called deposit
 * @param amount what settles the sale
 * @param surplus what the shop keeps beyond the sale: the rest of a voucher that gives no change
 * @param cashRounding what the shop gets beyond the amount, or if negative does without, because
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
    Expect.notNegative("amount", amount);
    Expect.notNegative("tenderedAmount", tenderedAmount);
    Expect.notNegative("surplus", surplus);
  }

  /** A tender of which nothing is kept beyond the sale, and that is not rounded. */
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
  }

  /** The amount with its rounding: what changes hands for the sale. */
  public Money settlement() {
    return amount.plus(cashRounding);
  }

  /** The change due: what of the tendered amount was given back; money that went back has none. */
  public Money changeDue() {
    Money kept = settlement().plus(surplus);
    return tenderedAmount.isGreaterThan(kept) ? tenderedAmount.minus(kept) : Money.ZERO;
  }
}
