package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A tender that was taken.
 *
 * @param paymentNo 1, 2, ... in order of taking
 * @param deposit what was handed over
 * @param amount what of it paid the sale; the rest is change
 */
public record Payment(
    int paymentNo,
    String paymentCode,
    PaymentKind kind,
    String name,
    Money deposit,
    Money amount,
    Optional<String> detail) {

  public Payment {
    Expect.atLeast("paymentNo", 1, paymentNo);
    Expect.notNegative("amount", amount);
    Expect.notNegative("deposit", deposit);
  }

  public Money change() {
    return deposit.isGreaterThan(amount) ? deposit.minus(amount) : Money.ZERO;
  }
}
