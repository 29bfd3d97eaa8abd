package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a part out of amounts. What is cut off is rounded down, so that neither the part nor what
 * stays is ever more than its share of the whole allows; the part that takes everything takes it
 * exactly.
 */
final class Proportion {

  private Proportion() {}

  /**
   * Cuts one amount.
   *
   * @param part of {@code whole}, at most as much
   * @param decimals digits kept behind the point
   */
  static Money cut(Money amount, Money part, Money whole, int decimals) {
    if (part.equals(whole)) {
      return amount;
    }
    BigDecimal product = amount.amount().multiply(part.amount());
    return new Money(product.divide(whole.amount(), decimals, RoundingMode.DOWN));
  }

  /** Cuts several amounts so that their parts sum to the part of their sum. */
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
