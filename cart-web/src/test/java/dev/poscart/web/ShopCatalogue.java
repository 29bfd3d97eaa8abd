package dev.poscart.web;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.MasterDataLists;
import java.util.List;
import java.util.Optional;

/** Three items in two categories, of which one store sells one at a price of its own. */
record ShopCatalogue() implements MasterDataLists {

  @Override
  public List<Item> items(String tenantId) {
    return List.of(
        new Item("49-01", "rice ball", Money.of(100), "C1", "01", false, Optional.of("/rice.svg")),
        new Item("49-02", "tea", Money.of("150.50"), "C2", "01", false, Optional.empty()),
        new Item("49-03", "stamp", Money.of(84), "C2", "00", true, Optional.empty()));
  }

  @Override
  public List<StorePrice> storePrices(StoreKey store) {
    return store.storeCode().equals("5678")
        ? List.of(new StorePrice("49-01", Money.of(95)))
        : List.of();
  }

  @Override
  public List<Category> categories(String tenantId) {
    return List.of(new Category("C1", "food"), new Category("C2", "other"));
  }

  @Override
  public List<PaymentMethod> paymentMethods(String tenantId) {
    return List.of(
        new PaymentMethod("01", "cash", PaymentKind.CASH, Money.ZERO, true, true, true, true));
  }
}
