package dev.poscart.domain.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A discount on a line or on the subtotal.
 *
 * @param value yen or percent, depending on the type
 * @param amount the resulting amount
 * @param promotion the promotion that granted it; empty if entered manually
 */
public record Discount(
    DiscountType type,
    BigDecimal value,
    Money amount,
    Optional<String> detail,
    Optional<PromotionReference> promotion) {

  public Discount {
    value = Money.shortest(value);
  }

  /** The promotion that granted a discount. */
  public record PromotionReference(String code, String type) {}

  public Discount withAmount(Money newAmount) {
    return new Discount(type, value, newAmount, detail, promotion);
  }
}
