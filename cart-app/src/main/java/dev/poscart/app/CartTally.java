package dev.poscart.app;

import dev.poscart.domain.port.CartCounts;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.StoreDirectory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many carts all tenants have in work, as of the last count of each. The first round counts
 * those of all tenants, later ones those of a few in turn.
 */
final class CartTally {

  private final CartStore carts;
  private final TenantRounds tenants;
  private final Map<String, CartCounts> counted = new ConcurrentHashMap<>();
  private volatile Optional<CartCounts> latest = Optional.empty();

  CartTally(CartStore carts, StoreDirectory stores, Clock clock) {
    this.carts = carts;
    this.tenants = new TenantRounds(stores, clock);
  }

  /** Empty if the last round failed. */
  Optional<CartCounts> latest() {
    return latest;
  }

  CompletionStage<Void> count() {
    return tenants
        .run(this::count)
        .whenComplete((sum, failure) -> latest = Optional.ofNullable(sum))
        .thenAccept(sum -> {});
  }

  private CompletionStage<CartCounts> count(List<String> some) {
    CompletionStage<?> done = Stages.completed(CartCounts.NONE);
    for (String tenant : some) {
      done = done.thenCombine(carts.count(tenant), (before, now) -> counted.put(tenant, now));
    }
    return done.thenApply(
        all -> counted.values().stream().reduce(CartCounts.NONE, CartCounts::plus));
  }
}
