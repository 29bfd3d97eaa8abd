package dev.poscart.app;

import dev.poscart.app.profile.CatalogueItem;
import dev.poscart.app.profile.StoreProfile;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.ListPage;
import dev.poscart.domain.port.ListPage.Window;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TenantReference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * The lists of master-data, as the store profile has them. Items that are not sold are left out.
 */
record ProfileMasterData(StoreProfile profile) implements MasterDataLists {

  @Override
  public CompletionStage<ListPage<Item>> items(String tenantId, Window window) {
    return page(
        window,
        profile.catalogue().items().getOrDefault(tenantId, Map.of()).values().stream()
            .filter(CatalogueItem::active)
            .map(ProfileMasterData::item));
  }

  private static Item item(CatalogueItem item) {
    return new Item(
        item.itemCode(),
        item.description(),
        item.unitPrice(),
        item.categoryCode(),
        item.taxCode(),
        item.discountRestricted(),
        false,
        item.image().stream().toList());
  }

  @Override
  public CompletionStage<ListPage<StorePrice>> storePrices(StoreKey store, Window window) {
    return page(
        window,
        profile.catalogue().storePrices().getOrDefault(store, Map.of()).entrySet().stream()
            .map(entry -> new StorePrice(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparing(StorePrice::itemCode)));
  }

  @Override
  public CompletionStage<ListPage<Category>> categories(String tenantId, Window window) {
    return page(
        window,
        profile.catalogue().categories().getOrDefault(tenantId, List.of()).stream()
            .map(each -> new Category(each.code(), each.name(), each.name(), "")));
  }

  @Override
  public CompletionStage<ListPage<PaymentMethod>> paymentMethods(String tenantId, Window window) {
    return page(
        window,
        profile.tenants().stream()
            .filter(tenant -> tenant.tenantId().equals(tenantId))
            .map(TenantReference::paymentMethods)
            .flatMap(List::stream));
  }

  private static <T> CompletionStage<ListPage<T>> page(Window window, Stream<T> all) {
    return Stages.completed(window.of(all.toList()));
  }
}
