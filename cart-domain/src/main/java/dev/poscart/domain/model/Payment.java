package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A tender that was taken, or money that went back.
 *
 * @param paymentNo 1, 2, ... in order of taking
 * @param deposit what was handed over
 * @param amount what of it settles the sale
 * @param surplus what of it the shop keeps beyond the sale: the rest of a voucher that gives no
 *     change
 */
public record Payment(
    int paymentNo,
    String paymentCode,
    PaymentKind kind,
    String name,
    Money deposit,
    Money amount,
    Money surplus,
    Optional<String> detail) {

  public Payment {
    Expect.atLeast("paymentNo", 1, paymentNo);
    Expect.notNegative("amount", amount);
    Expect.notNegative("deposit", deposit);
    Expect.notNegative("surplus", surplus);
  }

  /** A tender of which nothing is kept beyond the sale. */
  public Payment(
      int paymentNo,
      String paymentCode,
      PaymentKind kind,
      String name,
      Money deposit,
      Money amount,
      Optional<String> detail) {
    this(paymentNo, paymentCode, kind, name, deposit, amount, Money.ZERO, detail);
  }

  /** What of the deposit was given back; money that went back has none. */
  public Money change() {
    Money kept = amount.plus(surplus);
    return deposit.isGreaterThan(kept) ? deposit.minus(kept) : Money.ZERO;
  }
}
