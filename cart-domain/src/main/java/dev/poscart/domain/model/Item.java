package dev.poscart.domain.model;

import java.util.Optional;

/**
 * An item as it was when looked up in the item master; a cart keeps its own copy.
 *
 * @param unitPrice the tenant's price per piece
 * @param storePrice the store's own price, if it has one
 * @param verified false if the item master was unavailable and an expired copy was used
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

  /** The store's price per piece, with as many decimals as the item master has. */
  public Money price() {
    return storePrice.filter(Money::isPositive).orElse(unitPrice);
  }

  /** The price per piece at which the item is sold, rounded half up to payable decimals. */
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
