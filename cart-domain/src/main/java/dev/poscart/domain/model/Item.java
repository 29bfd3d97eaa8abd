package dev.poscart.domain.model;

import java.util.Optional;

/**
 * An item of the master as it was at the moment of the look-up; a cart keeps its own copy.
 *
 * @param unitPrice the tenant's price per piece
 * @param storePrice the store's own price, where it has one
 * @param verified false if the master could not be asked and an expired copy was taken instead
 */
public record Item(
    String itemCode,
    String description,
    Optional<String> descriptionShort,
    Money unitPrice,
    Optional<Money> storePrice,
    String categoryCode,
    String taxCode,
    boolean discountRestricted,
    boolean verified) {

  public Item {
    Expect.notBlank("itemCode", itemCode);
    Expect.notNegative("unitPrice", unitPrice);
    storePrice.ifPresent(price -> Expect.notNegative("storePrice", price));
  }

  /** What the store asks for one piece, with as many decimals as the master gives. */
  public Money price() {
    return storePrice.filter(Money::isPositive).orElse(unitPrice);
  }

  /** What one piece is sold for: the price, rounded half up to decimals that can be paid. */
  public Money sellingPrice() {
    return price().payable();
  }

  public Item unverified() {
    return new Item(
        itemCode,
        description,
        descriptionShort,
        unitPrice,
        storePrice,
        categoryCode,
        taxCode,
        discountRestricted,
        false);
  }
}
