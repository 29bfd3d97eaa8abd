package dev.poscart.app;

import dev.poscart.domain.port.CartCounts;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** How many carts all tenants have in work, as of the last count. */
final class CartTally {

  private final CartStore carts;
  private final StoreDirectory stores;
  private volatile Optional<CartCounts> latest = Optional.empty();

  CartTally(CartStore carts, StoreDirectory stores) {
    this.carts = carts;
    this.stores = stores;
  }

  /** Empty if the last count failed. */
  Optional<CartCounts> latest() {
    return latest;
  }

  CompletionStage<Void> count() {
    return stores
        .tenantIds()
        .thenCompose(this::count)
        .whenComplete((counted, failure) -> latest = Optional.ofNullable(counted))
        .thenAccept(counted -> {});
  }

  private CompletionStage<CartCounts> count(List<String> tenants) {
    CompletionStage<CartCounts> done = Stages.completed(CartCounts.NONE);
    for (String tenant : tenants) {
      done = done.thenCombine(carts.count(tenant), CartCounts::plus);
    }
    return done;
  }
}
