package dev.poscart.app.profile;

import dev.poscart.domain.model.Money;
import java.util.Map;
import java.util.Optional;

/** What a store profile says of items: see {@link ProfileDocument}. */
final class ItemEntries {

  private ItemEntries() {}

  record ItemEntry(
      String itemCode,
      Optional<String> description,
      Optional<String> descriptionShort,
      Money unitPrice,
      Optional<String> categoryCode,
      String taxCode,
      Optional<Boolean> isDiscountRestricted,
      Optional<Boolean> isActive,
      Optional<String> image) {

    CatalogueItem item(Map<String, String> categoryImages) {
      return new CatalogueItem(
          itemCode,
          description.orElse(""),
          descriptionShort,
          unitPrice,
          categoryCode.orElse(""),
          taxCode,
          isDiscountRestricted.orElse(false),
          isActive.orElse(true),
          image.or(() -> categoryCode.map(categoryImages::get)));
    }
  }

  /**
   * A category of items.
   *
   * @param image the picture of its items that have none of their own
   */
  record CategoryEntry(String code, String name, Optional<String> image) {

    CategoryEntry {
      ProfileChecks.requireText("name", name);
    }
  }

  record PriceEntry(String itemCode, Money storePrice) {}
}
