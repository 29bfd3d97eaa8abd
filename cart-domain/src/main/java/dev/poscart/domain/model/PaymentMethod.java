package dev.poscart.domain.model;

/**
 * A way to pay that the tenant offers. Whether the till goes by the flags or by the kind alone is
 * the operator's choice.
 *
 * @param description the name printed on the receipt
 * @param limitAmount the most that one tender may be; 0: any amount
 * @param canRefund whether returns may be paid back with it
 * @param canTenderOver whether a tender may exceed the balance
 * @param canChange whether change is given for the part that exceeds the balance
 * @param active whether it is taken for new sales
 */
public record PaymentMethod(
    String paymentCode,
    String description,
    PaymentKind kind,
    Money limitAmount,
    boolean canRefund,
    boolean canTenderOver,
    boolean canChange,
    boolean active) {

  public PaymentMethod {
    Expect.notBlank("paymentCode", paymentCode);
    Expect.notNegative("limitAmount", limitAmount);
  }

  /** What becomes of the part of a tender that exceeds the balance, by the flags. */
  public OverTender overTender() {
    return OverTender.of(canTenderOver, canChange);
  }
}
