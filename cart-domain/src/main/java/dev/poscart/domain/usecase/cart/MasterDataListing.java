package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.port.ListPage;
import dev.poscart.domain.port.ListPage.Window;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.MasterDataLists.Category;
import dev.poscart.domain.port.MasterDataLists.Item;
import dev.poscart.domain.port.MasterDataLists.StorePrice;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * What a till shows to choose from. Refuses with {@link Refusal#NOT_FOUND} where there are no such
 * lists.
 */
public final class MasterDataListing {

  private final Optional<MasterDataLists> lists;

  /**
   * @param lists empty: items can only be looked up one by one
   */
  public MasterDataListing(Optional<MasterDataLists> lists) {
    this.lists = lists;
  }

  public CompletionStage<ListPage<Item>> items(String tenantId, Window window) {
    return of(tenantId).items(tenantId, window);
  }

  public CompletionStage<ListPage<StorePrice>> storePrices(StoreKey store, Window window) {
    return of(store.tenantId()).storePrices(store, window);
  }

  public CompletionStage<ListPage<Category>> categories(String tenantId, Window window) {
    return of(tenantId).categories(tenantId, window);
  }

  public CompletionStage<ListPage<PaymentMethod>> paymentMethods(String tenantId, Window window) {
    return of(tenantId).paymentMethods(tenantId, window);
  }

  private MasterDataLists of(String tenantId) {
    return lists.orElseThrow(
        () ->
            new Refused(
                Refusal.NOT_FOUND,
                "There are no lists of master data of ",
                Subject.tenant(tenantId)));
  }
}
