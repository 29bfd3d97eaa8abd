package dev.poscart.domain.simulation;

import dev.poscart.domain.fixtures.InMemoryCartStore;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartCounts;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.change.CartCache;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The carts of the database, over the wire.
 *
 * @param trusted answers before the database does
 */
record SimulatedCarts(Network network, Database database, CartCache trusted) implements CartStore {

  private static final String NAME = "database";

  @Override
  public CompletionStage<Void> insert(Cart cart) {
    return network
        .write(
            NAME,
            "insert " + cart.id(),
            answered -> {
              database.insert(cart);
              return true;
            })
        .thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id) {
    Optional<Versioned<Cart>> known = trusted.find(tenantId, id);
    return known.isPresent()
        ? Stages.completed(known)
        : network.read(NAME, "find " + id, answered -> database.cart(tenantId, id));
  }

  @Override
  public CompletionStage<Boolean> replace(Cart cart, long expectedVersion) {
    return network.write(
        NAME,
        "replace " + cart.id() + " v" + expectedVersion,
        answered -> database.replace(cart, expectedVersion));
  }

  @Override
  public CompletionStage<Boolean> remove(Cart cart, long expectedVersion) {
    return network.write(
        NAME,
        "remove " + cart.id() + " v" + expectedVersion,
        answered -> database.remove(cart, expectedVersion));
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit) {
    return network.read(
        NAME,
        "findClosing",
        answered ->
            database
                .carts(tenantId)
                .filter(stored -> stored.value().isClosing())
                .sorted(Comparator.comparing(SimulatedCarts::markedAt))
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findOpen(TerminalKey terminal, int limit) {
    return network.read(
        NAME,
        "findOpen",
        answered ->
            database
                .carts(terminal.tenantId())
                .filter(stored -> stored.value().terminal().equals(terminal))
                .filter(stored -> stored.value().isOpen())
                .limit(limit)
                .toList());
  }

  @Override
  public CompletionStage<CartPage> findParked(StoreKey store, int limit, int page) {
    return network.read(
        NAME,
        "findParked",
        answered -> {
          List<Versioned<Cart>> all = parked(database, store);
          return new CartPage(
              all.stream().skip((page - 1L) * limit).limit(limit).toList(), all.size());
        });
  }

  @Override
  public CompletionStage<CartCounts> count(String tenantId) {
    return network.read(
        NAME,
        "count",
        answered ->
            database
                .carts(tenantId)
                .map(stored -> InMemoryCartStore.counted(stored.value()))
                .reduce(CartCounts.NONE, CartCounts::plus));
  }

  @Override
  public CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit) {
    return network.write(
        NAME,
        "removeUnchangedSince " + time,
        answered -> database.removeUnchangedSince(tenantId, time, limit));
  }

  static List<Versioned<Cart>> parked(Database database, StoreKey store) {
    return database
        .carts(store.tenantId())
        .filter(stored -> stored.value().terminal().store().equals(store))
        .filter(stored -> stored.value().parked().isPresent())
        .sorted(Comparator.comparing(SimulatedCarts::parkedAt))
        .toList();
  }

  private static OffsetDateTime markedAt(Versioned<Cart> stored) {
    return stored.value().closing().map(Closing::at).orElseThrow();
  }

  private static OffsetDateTime parkedAt(Versioned<Cart> stored) {
    return stored.value().parked().map(Parking::at).orElseThrow();
  }
}
