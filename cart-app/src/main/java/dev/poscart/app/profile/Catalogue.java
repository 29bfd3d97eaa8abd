package dev.poscart.app.profile;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.StoreKey;
import java.util.Map;
import java.util.Optional;

/**
 * The items of all tenants, and the prices that stores set for themselves.
 *
 * @param items by tenant, then by item code
 * @param storePrices by store, then by item code
 */
public record Catalogue(
    Map<String, Map<String, CatalogueItem>> items, Map<StoreKey, Map<String, Money>> storePrices) {

  public Catalogue {
    items = Map.copyOf(items);
    storePrices = Map.copyOf(storePrices);
  }

  public Optional<CatalogueItem> find(String tenantId, String itemCode) {
    return Optional.ofNullable(items.getOrDefault(tenantId, Map.of()).get(itemCode));
  }

  public Optional<Money> storePrice(StoreKey store, String itemCode) {
    return Optional.ofNullable(storePrices.getOrDefault(store, Map.of()).get(itemCode));
  }
}
