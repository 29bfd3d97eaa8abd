package dev.poscart.adapters.envelope;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes and reads the items of a cart, once each. The shop's cost is never told. */
final class ItemMasterForm {

  /** Ours: only written of items whose master data may be out of date. */
  private static final String VERIFIED = "is_verified";

  private ItemMasterForm() {}

  static List<Map<String, ?>> write(Cart cart) {
    Map<String, Item> items = new LinkedHashMap<>();
    cart.lines().stream()
        .map(LineItem::item)
        .forEach(item -> items.putIfAbsent(item.itemCode(), item));
    List<Map<String, ?>> list = new ArrayList<>(items.size());
    items.values().forEach(item -> list.add(write(item, cart)));
    return list;
  }

  private static Map<String, ?> write(Item item, Cart cart) {
    DocumentWriter document =
        new DocumentWriter()
            .putUnstored()
            .put("tenant_id", cart.terminal().tenantId())
            .put("store_code", cart.terminal().storeCode())
            .put("item_code", item.itemCode())
            .put("description", item.description())
            .put("description_short", item.descriptionShort())
            .putNull("description_long", "manufacturer_code")
            .put("unit_price", item.unitPrice())
            .put("unit_cost", Money.ZERO)
            .putNull("item_details", "image_urls")
            .put("category_code", item.categoryCode())
            .put("tax_code", item.taxCode())
            .put("is_discount_restricted", item.discountRestricted())
            .put("is_deleted", false)
            .put("store_price", item.storePrice().orElse(Money.ZERO))
            .putNull("entry_date", "last_update_date");
    if (!item.verified()) {
      document.put(VERIFIED, false);
    }
    return document.make();
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
