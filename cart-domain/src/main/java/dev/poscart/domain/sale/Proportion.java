package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes proportional parts of amounts. Parts are rounded down, so that neither the part nor the
 * rest ever exceeds its share; a part that takes everything takes it exactly.
 */
final class Proportion {

  private Proportion() {}

  /**
   * Takes a part of one amount.
   *
   * @param part of {@code whole}, not greater
   * @param decimals decimal places of the result
   */
  static Money cut(Money amount, Money part, Money whole, int decimals) {
    if (part.equals(whole)) {
      return amount;
    }
    BigDecimal product = amount.amount().multiply(part.amount());
    return new Money(product.divide(whole.amount(), decimals, RoundingMode.DOWN));
  }

  /** Takes parts of several amounts so that they add up to the part of their sum. */
  static List<Money> cut(List<Money> amounts, int part, int whole, int decimals) {
    List<Money> parts = new ArrayList<>();
    Money sum = Money.ZERO;
    Money cutSoFar = Money.ZERO;
    for (Money amount : amounts) {
      sum = sum.plus(amount);
      Money cut = cut(sum, Money.of(part), Money.of(whole), decimals);
      parts.add(cut.minus(cutSoFar));
      cutSoFar = cut;
    }
    return parts;
  }
}
