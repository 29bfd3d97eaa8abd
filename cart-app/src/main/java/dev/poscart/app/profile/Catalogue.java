package dev.poscart.app.profile;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.StoreKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The items of all tenants, their categories, and the prices that stores set for themselves.
 *
 * @param items by tenant, then by item code
 * @param storePrices by store, then by item code
 * @param categories by tenant, in the order of the profile
 */
public record Catalogue(
    Map<String, Map<String, CatalogueItem>> items,
    Map<StoreKey, Map<String, Money>> storePrices,
    Map<String, List<CatalogueCategory>> categories) {

  public static final Catalogue EMPTY = new Catalogue(Map.of(), Map.of(), Map.of());

  public Catalogue {
    items = Map.copyOf(items);
    storePrices = Map.copyOf(storePrices);
    categories = Map.copyOf(categories);
  }

  public Optional<CatalogueItem> find(String tenantId, String itemCode) {
    return Optional.ofNullable(items.getOrDefault(tenantId, Map.of()).get(itemCode));
  }

  public Optional<Money> storePrice(StoreKey store, String itemCode) {
    return Optional.ofNullable(storePrices.getOrDefault(store, Map.of()).get(itemCode));
  }
}
