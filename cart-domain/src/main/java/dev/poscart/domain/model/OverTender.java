package dev.poscart.domain.model;

/** What becomes of the part of a tender that exceeds the balance. */
public enum OverTender {
  /** There is none: the tender is refused. */
  REFUSED,
  /** It is given back in cash. */
  CHANGE,
  /** The shop keeps it, as it does with vouchers that give no change. */
  KEPT;

  /**
   * Reads the two flags of a payment method.
   *
   * @param canTenderOver whether more than the balance is taken
   * @param canChange whether change is given; means nothing without the other
   */
  public static OverTender of(boolean canTenderOver, boolean canChange) {
    if (!canTenderOver) {
      return REFUSED;
    }
    return canChange ? CHANGE : KEPT;
  }
}
