package dev.poscart.domain.model;

/**
 * A payment method of the tenant. The operator's configuration decides whether its flags or only
 * its kind apply.
 *
 * @param description the name printed on the receipt
 * @param limitAmount maximum amount of one tender; 0: no limit
 * @param canRefund whether returns may be refunded with it
 * @param canTenderOver whether a tender may exceed the balance due
 * @param canChange whether change is given for the part that exceeds the balance due
 * @param active whether it is accepted for new sales
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

  /** The same method, no longer accepted. */
  public PaymentMethod deactivated() {
    return new PaymentMethod(
        paymentCode, description, kind, limitAmount, canRefund, canTenderOver, canChange, false);
  }

  /** What the flags say about the part of a tender that exceeds the balance due. */
  public OverTender overTender() {
    return OverTender.of(canTenderOver, canChange);
  }
}
