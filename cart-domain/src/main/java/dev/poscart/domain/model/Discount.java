package dev.poscart.domain.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A discount on a line or on the subtotal.
 *
 * @param value yen or percent, as the type says
 * @param amount what it came to
 * @param promotion the promotion that gave it; empty if entered by hand
 */
public record Discount(
    DiscountType type,
    BigDecimal value,
    Money amount,
    Optional<String> detail,
    Optional<PromotionReference> promotion) {

  /** Which promotion gave a discount. */
  public record PromotionReference(String code, String type) {}

  public Discount withAmount(Money newAmount) {
    return new Discount(type, value, newAmount, detail, promotion);
  }
}
