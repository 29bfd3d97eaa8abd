package dev.poscart.domain.model;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a payment method is, and with it how its tenders behave where the method does not say
 * otherwise. All that is known of a kind stands here: a new kind is a new constant.
 */
public enum PaymentKind {
  /** Notes and coins. */
  CASH("01", OverTender.CHANGE, true),
  /** Cards and other electronic money, charged to the yen. */
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

  /** The kind that kugelpos ties to a payment code; empty for codes that it does not know. */
  public static Optional<PaymentKind> ofUsualCode(String paymentCode) {
    return Arrays.stream(values()).filter(kind -> kind.usualCode.equals(paymentCode)).findFirst();
  }

  /** The payment code by which kugelpos knows the kind. */
  public String usualCode() {
    return usualCode;
  }

  /** What becomes of the part of a tender that exceeds the balance. */
  public OverTender overTender() {
    return overTender;
  }

  /** Whether it is money in the drawer: printed with its change, and owing stamp duty. */
  public boolean isCash() {
    return cash;
  }
}
