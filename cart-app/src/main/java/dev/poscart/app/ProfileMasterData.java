package dev.poscart.app;

import dev.poscart.app.profile.CatalogueItem;
import dev.poscart.app.profile.StoreProfile;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.TenantReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The lists of master-data, as the store profile has them. Items that are not sold are left out.
 */
record ProfileMasterData(StoreProfile profile) implements MasterDataLists {

  @Override
  public List<Item> items(String tenantId) {
    return profile.catalogue().items().getOrDefault(tenantId, Map.of()).values().stream()
        .filter(CatalogueItem::active)
        .map(
            item ->
                new Item(
                    item.itemCode(),
                    item.description(),
                    item.unitPrice(),
                    item.categoryCode(),
                    item.taxCode(),
                    item.discountRestricted(),
                    item.image()))
        .toList();
  }

  @Override
  public List<StorePrice> storePrices(StoreKey store) {
    return profile.catalogue().storePrices().getOrDefault(store, Map.of()).entrySet().stream()
        .map(entry -> new StorePrice(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(StorePrice::itemCode))
        .toList();
  }

  @Override
  public List<Category> categories(String tenantId) {
    return profile.catalogue().categories().getOrDefault(tenantId, List.of()).stream()
        .map(category -> new Category(category.code(), category.name()))
        .toList();
  }

  @Override
  public List<PaymentMethod> paymentMethods(String tenantId) {
    return profile.tenants().stream()
        .filter(tenant -> tenant.tenantId().equals(tenantId))
        .map(TenantReference::paymentMethods)
        .flatMap(List::stream)
        .toList();
  }
}
