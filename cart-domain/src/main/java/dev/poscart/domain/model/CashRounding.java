package dev.poscart.domain.model;

import java.math.RoundingMode;

/** Whether cash amounts are rounded to whole yen. */
public enum CashRounding {
  /** Cash is not rounded. */
  NONE,
  /** Cash is rounded to whole yen. Half a yen goes to the shop, in payments and in change. */
  YEN;

  private static final Money HALF = Money.of("0.5");

  /** The cash to hand over for an amount: rounded half up, also below zero. */
  public Money due(Money amount) {
    return switch (this) {
      case NONE -> amount;
      case YEN -> amount.plus(HALF).rounded(0, RoundingMode.FLOOR);
    };
  }

  /**
   * The cash to give back for an amount: rounded half down, so that amount due and change add up to
   * the tender.
   */
  public Money change(Money amount) {
    return due(amount.negated()).negated();
  }

  /** Whether an amount can be paid in cash exactly. */
  public boolean canBeHandedOver(Money amount) {
    return due(amount).equals(amount);
  }
}
