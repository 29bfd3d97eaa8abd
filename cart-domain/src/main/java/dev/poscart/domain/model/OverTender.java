package dev.poscart.domain.model;

/** What happens to the part of a tender that exceeds the balance due. */
public enum OverTender {
  /** The tender is refused. */
  REFUSED,
  /** It is given back in cash. */
  CHANGE,
  /** The shop keeps it, as with vouchers that give no change. */
  KEPT;

  /**
   * Combines two flags of a payment method.
   *
   * @param canTenderOver whether a tender may exceed the balance due
   * @param canChange whether change is given; irrelevant without the other flag
   */
  public static OverTender of(boolean canTenderOver, boolean canChange) {
    if (!canTenderOver) {
      return REFUSED;
    }
    return canChange ? CHANGE : KEPT;
  }
}
