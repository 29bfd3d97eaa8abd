package dev.poscart.web;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.ListPage;
import dev.poscart.domain.port.ListPage.Window;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Three items in two categories, of which one store sells one at a price of its own. */
record ShopCatalogue() implements MasterDataLists {

  private static final List<String> RICE = List.of("/rice.svg");

  @Override
  public CompletionStage<ListPage<Item>> items(String tenantId, Window window) {
    return page(
        window,
        List.of(
            new Item("49-01", "rice ball", Money.of(100), "C1", "01", false, false, RICE),
            new Item("49-02", "tea", Money.of("150.50"), "C2", "01", false, true, List.of()),
            new Item("49-03", "stamp", Money.of(84), "C2", "00", true, false, List.of())));
  }

  @Override
  public CompletionStage<ListPage<StorePrice>> storePrices(StoreKey store, Window window) {
    return page(
        window,
        store.storeCode().equals("5678")
            ? List.of(new StorePrice("49-01", Money.of(95)))
            : List.of());
  }

  @Override
  public CompletionStage<ListPage<Category>> categories(String tenantId, Window window) {
    return page(
        window,
        List.of(
            new Category("C1", "food", "food", "01"), new Category("C2", "other", "others", "")));
  }

  @Override
  public CompletionStage<ListPage<PaymentMethod>> paymentMethods(String tenantId, Window window) {
    return page(
        window,
        List.of(
            new PaymentMethod("01", "cash", PaymentKind.CASH, Money.ZERO, true, true, true, true)));
  }

  private static <T> CompletionStage<ListPage<T>> page(Window window, List<T> all) {
    return Stages.completed(window.of(all));
  }
}
