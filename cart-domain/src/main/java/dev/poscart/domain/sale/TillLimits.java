package dev.poscart.domain.sale;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.math.BigDecimal;

/**
 * Bounds of what can be entered.
 *
 * @param maxQuantity pieces per line
 * @param maxUnitPrice yen per piece
 * @param maxAmount yen per tender or discount
 * @param maxLines lines of a cart, including cancelled ones
 * @param maxEntries discounts of one line or of the subtotal, and tenders of a cart
 */
public record TillLimits(
    int maxQuantity, Money maxUnitPrice, Money maxAmount, int maxLines, int maxEntries) {

  public static final TillLimits DEFAULT =
      new TillLimits(9_999, Money.of(999_999_999L), Money.of(999_999_999_999L), 1_000, 100);

  void checkQuantity(String field, int quantity) {
    if (quantity < 1 || quantity > maxQuantity) {
      throw invalid(field, quantity, "1.." + maxQuantity);
    }
  }

  void checkUnitPrice(String field, Money price) {
    checkDecimals(field, price.amount());
    if (price.isNegative() || price.isGreaterThan(maxUnitPrice)) {
      throw invalid(field, price, "0.." + maxUnitPrice);
    }
  }

  void checkTender(String field, Money amount) {
    checkDecimals(field, amount.amount());
    if (!amount.isPositive() || amount.isGreaterThan(maxAmount)) {
      throw invalid(field, amount, "> 0 and <= " + maxAmount);
    }
  }

  void checkDiscountValue(String field, BigDecimal value) {
    checkDecimals(field, value);
    if (value.signum() < 0 || value.compareTo(maxAmount.amount()) > 0) {
      throw invalid(field, value, "0.." + maxAmount);
    }
  }

  void checkEntries(String field, int entries) {
    if (entries > maxEntries) {
      throw invalid(field, entries + " entries", "at most " + maxEntries);
    }
  }

  void checkLines(int lines) {
    if (lines > maxLines) {
      throw invalid("body", lines + " lines in the cart", "at most " + maxLines);
    }
  }

  private static void checkDecimals(String field, BigDecimal value) {
    if (value.stripTrailingZeros().scale() > Money.MAX_DECIMALS) {
      throw invalid(field, value, "at most " + Money.MAX_DECIMALS + " decimals");
    }
  }

  /** Keeps the notation of numbers: 1e999999999 in plain digits would not fit into memory. */
  private static Refused invalid(String field, Object value, String expected) {
    return new Refused(
        Refusal.INVALID_INPUT, field + ": " + value + " (expected: " + expected + ")");
  }
}
