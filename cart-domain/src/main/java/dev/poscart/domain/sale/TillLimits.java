package dev.poscart.domain.sale;

import dev.poscart.domain.model.InputField;
import dev.poscart.domain.model.InputPlace;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.math.BigDecimal;
import java.util.List;

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

  void checkQuantity(InputPlace place, int quantity) {
    if (quantity < 1 || quantity > maxQuantity) {
      throw invalid(place, quantity, "1.." + maxQuantity);
    }
  }

  void checkUnitPrice(InputPlace place, Money price) {
    checkDecimals(place, price.amount());
    if (price.isNegative() || price.isGreaterThan(maxUnitPrice)) {
      throw invalid(place, price, "0.." + maxUnitPrice);
    }
  }

  /** Checks the number of tenders in a request and the amount of each. */
  void checkTenders(InputPlace place, List<Tender> tenders) {
    checkEntries(place, tenders.size());
    for (int i = 0; i < tenders.size(); i++) {
      checkTender(place.entry(i).then(InputField.AMOUNT), tenders.get(i).amount());
    }
  }

  private void checkTender(InputPlace place, Money amount) {
    checkDecimals(place, amount.amount());
    if (!amount.isPositive() || amount.isGreaterThan(maxAmount)) {
      throw invalid(place, amount, "> 0 and <= " + maxAmount);
    }
  }

  void checkDiscountValue(InputPlace place, BigDecimal value) {
    checkDecimals(place, value);
    if (value.signum() < 0 || value.compareTo(maxAmount.amount()) > 0) {
      throw invalid(place, value, "0.." + maxAmount);
    }
  }

  void checkEntries(InputPlace place, int entries) {
    if (entries > maxEntries) {
      throw invalid(place, entries + " entries", "at most " + maxEntries);
    }
  }

  void checkLines(int lines) {
    if (lines > maxLines) {
      throw invalid(InputPlace.WHOLE, lines + " lines in the cart", "at most " + maxLines);
    }
  }

  private static void checkDecimals(InputPlace place, BigDecimal value) {
    if (value.stripTrailingZeros().scale() > Money.MAX_DECIMALS) {
      throw invalid(place, value, "at most " + Money.MAX_DECIMALS + " decimals");
    }
  }

  /** Keeps the notation of numbers: 1e999999999 in plain digits would not fit into memory. */
  private static Refused invalid(InputPlace place, Object value, String expected) {
    return Refused.at(place, Refusal.INVALID_INPUT, value, " (expected: ", expected, ")");
  }
}
