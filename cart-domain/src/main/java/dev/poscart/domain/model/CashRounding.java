package dev.poscart.domain.model;

import java.math.RoundingMode;

/** Whether cash is rounded to what can be handed over. */
public enum CashRounding {
  /** Fractions of a yen are paid like any amount. */
  NONE,
  /** Cash is whole yen. Half a yen falls to the shop, when it is paid and in the change. */
  YEN;

  private static final Money HALF = Money.of("0.5");

  /** What has to be handed over for an amount: half up, below zero too. */
  public Money due(Money amount) {
    return switch (this) {
      case NONE -> amount;
      case YEN -> amount.plus(HALF).rounded(0, RoundingMode.FLOOR);
    };
  }

  /** What is given back of an amount: half down, so that it and what is due make up the tender. */
  public Money change(Money amount) {
    return due(amount.negated()).negated();
  }

  /** Whether there are coins for this amount. */
  public boolean canBeHandedOver(Money amount) {
    return due(amount).equals(amount);
  }
}
