package dev.poscart.domain.model;

/**
 * A way to pay that the tenant offers.
 *
 * @param description the name printed on the receipt
 * @param limitAmount as in the master; 0 is none. Known, but no rule of the till reads it
 */
public record PaymentMethod(
    String paymentCode,
    String description,
    PaymentKind kind,
    Money limitAmount,
    boolean canRefund,
    boolean canDepositOver,
    boolean canChange,
    boolean active) {

  public PaymentMethod {
    Expect.notBlank("paymentCode", paymentCode);
    Expect.notNegative("limitAmount", limitAmount);
  }
}
