package dev.poscart.domain.port;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import java.util.List;
import java.util.Optional;

/**
 * The lists that a till shows: what is sold, and what it can be paid with. All are in the order in
 * which they are shown; of an unknown tenant or store they are empty.
 */
public interface MasterDataLists {

  /**
   * An item that is sold.
   *
   * @param image where a browser finds a picture of it
   */
  record Item(
      String itemCode,
      String description,
      Money unitPrice,
      String categoryCode,
      String taxCode,
      boolean discountRestricted,
      Optional<String> image) {}

  /** A price that a store has set for itself. */
  record StorePrice(String itemCode, Money price) {}

  /** A category of items. */
  record Category(String code, String name) {}

  List<Item> items(String tenantId);

  List<StorePrice> storePrices(StoreKey store);

  List<Category> categories(String tenantId);

  List<PaymentMethod> paymentMethods(String tenantId);
}
