package dev.poscart.domain.port;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The lists that a till shows: what is sold, and what it can be paid with. All are in the order in
 * which they are shown; of an unknown tenant or store they are empty.
 */
public interface MasterDataLists {

  /**
   * An item.
   *
   * @param deleted whether it is sold no more
   * @param images where a browser finds pictures of it
   */
  record Item(
      String itemCode,
      String description,
      Money unitPrice,
      String categoryCode,
      String taxCode,
      boolean discountRestricted,
      boolean deleted,
      List<String> images) {

    public Item {
      images = List.copyOf(images);
    }
  }

  /** A price that a store has set for itself. */
  record StorePrice(String itemCode, Money price) {}

  /**
   * A category of items.
   *
   * @param taxCode empty if its items have different ones
   */
  record Category(String code, String name, String shortName, String taxCode) {}

  CompletionStage<ListPage<Item>> items(String tenantId, ListPage.Window window);

  CompletionStage<ListPage<StorePrice>> storePrices(StoreKey store, ListPage.Window window);

  CompletionStage<ListPage<Category>> categories(String tenantId, ListPage.Window window);

  /** Includes methods that are not in use, and those that this service does not accept. */
  CompletionStage<ListPage<PaymentMethod>> paymentMethods(String tenantId, ListPage.Window window);
}
