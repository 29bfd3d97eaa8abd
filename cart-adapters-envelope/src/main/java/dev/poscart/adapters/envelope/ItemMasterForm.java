package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes and reads the items of a cart, once each. The shop's cost is never told. */
final class ItemMasterForm {

  /** Ours: only written of items whose master data may be out of date. */
  private static final String VERIFIED = "is_verified";

  private ItemMasterForm() {}

  static void writeUpToStore(DocumentWriter document, Item item) {
    document
        .put("category_code", item.categoryCode())
        .putNull("created_at")
        .put("description", item.description())
        .putNull("description_long")
        .put("description_short", item.descriptionShort())
        .putNull("entry_date", "etag", "image_urls")
        .put("is_deleted", false)
        .put("is_discount_restricted", item.discountRestricted());
    if (!item.verified()) {
      document.put(VERIFIED, false);
    }
    document
        .put("item_code", item.itemCode())
        .putNull("item_details", "last_update_date", "manufacturer_code", "shard_key");
  }

  static void writeUpToTenant(DocumentWriter document, Item item) {
    document
        .put("store_price", item.storePrice().orElse(Money.ZERO))
        .put("tax_code", item.taxCode());
  }

  static void writeRest(DocumentWriter document, Item item) {
    document.put("unit_cost", Money.ZERO).put("unit_price", item.unitPrice()).putNull("updated_at");
  }

  /** The items of a document, by code. */
  static Map<String, DocumentFields> read(DocumentFields masters)
      throws MalformedEnvelopeException {
    Map<String, DocumentFields> items = new LinkedHashMap<>();
    for (DocumentFields item : masters.list("items", fields -> fields)) {
      items.put(item.text("item_code"), item);
    }
    return items;
  }

  static Optional<Money> storePrice(DocumentFields item) throws MalformedEnvelopeException {
    return Optional.of(item.money("store_price")).filter(Money::isPositive);
  }

  static boolean isVerified(DocumentFields item) throws MalformedEnvelopeException {
    return item.optionalFlag(VERIFIED).orElse(true);
  }
}
