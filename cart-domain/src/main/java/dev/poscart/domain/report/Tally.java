package dev.poscart.domain.report;

import dev.poscart.domain.model.Money;

/**
 * A sum of like things; all three may be negative if more was undone than done.
 *
 * @param amount in yen
 * @param quantity number of pieces
 * @param count number of things added
 */
public record Tally(Money amount, int quantity, int count) {

  public static final Tally ZERO = new Tally(Money.ZERO, 0, 0);

  /** One thing of this amount and number of pieces. */
  public static Tally one(Money amount, int quantity) {
    return new Tally(amount, quantity, 1);
  }

  public Tally plus(Tally other) {
    return new Tally(
        amount.plus(other.amount),
        Math.addExact(quantity, other.quantity),
        Math.addExact(count, other.count));
  }

  /** Counted this many times; with −1, undone. */
  public Tally times(int factor) {
    return new Tally(
        amount.times(factor),
        Math.multiplyExact(quantity, factor),
        Math.multiplyExact(count, factor));
  }
}
