package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A tender that was taken, or money that went back.
 *
 * @param paymentNo 1, 2, ... in order of taking
 * @param deposit what was handed over
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
    Money deposit,
    Money amount,
    Money surplus,
    Money cashRounding,
    Optional<String> detail) {

  public Payment {
    Expect.atLeast("paymentNo", 1, paymentNo);
    Expect.notNegative("amount", amount);
    Expect.notNegative("deposit", deposit);
    Expect.notNegative("surplus", surplus);
  }

  /** A tender of which nothing is kept beyond the sale, and that is not rounded. */
  public Payment(
      int paymentNo,
      String paymentCode,
      PaymentKind kind,
      String name,
      Money deposit,
      Money amount,
      Optional<String> detail) {
    this(paymentNo, paymentCode, kind, name, deposit, amount, Money.ZERO, Money.ZERO, detail);
  }

  /** The amount with its rounding: what changes hands for the sale. */
  public Money settlement() {
    return amount.plus(cashRounding);
  }

  /** What of the deposit was given back; money that went back has none. */
  public Money change() {
    Money kept = settlement().plus(surplus);
    return deposit.isGreaterThan(kept) ? deposit.minus(kept) : Money.ZERO;
  }
}
