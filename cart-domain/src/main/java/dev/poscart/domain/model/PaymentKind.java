package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kind of a payment method, which determines how its tenders behave unless the method's flags
 * apply. To add a kind, add a constant.
 */
public enum PaymentKind {
  /** Notes and coins. */
  CASH("01", OverTender.CHANGE, true),
  /** Cards and other electronic money, charged exactly. */
  CASHLESS("11", OverTender.REFUSED, false),
  /** Anything else, such as vouchers. */
  OTHER("12", OverTender.REFUSED, false);

  private final String usualCode;
  private final OverTender overTender;
  private final boolean cash;

  PaymentKind(String usualCode, OverTender overTender, boolean cash) {
    this.usualCode = usualCode;
    this.overTender = overTender;
    this.cash = cash;
  }

  /** The kind that kugelpos associates with a payment code; empty for other codes. */
  public static Optional<PaymentKind> ofUsualCode(String paymentCode) {
    return Arrays.stream(values()).filter(kind -> kind.usualCode.equals(paymentCode)).findFirst();
  }

  /** The payment code that kugelpos associates with this kind. */
  public String usualCode() {
    return usualCode;
  }

  /** What happens to the part of a tender that exceeds the balance due. */
  public OverTender overTender() {
    return overTender;
  }

  /** Whether it is money in the drawer: change is printed and stamp duty applies. */
  public boolean isCash() {
    return cash;
  }
}
