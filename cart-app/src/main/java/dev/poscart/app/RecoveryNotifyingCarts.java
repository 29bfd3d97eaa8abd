package dev.poscart.app;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartCounts;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A cart store that announces each closing to the recovery before it is stored, because the outcome
 * may stay unknown.
 */
record RecoveryNotifyingCarts(CartStore carts, Consumer<String> tenantIds) implements CartStore {

  @Override
  public CompletionStage<Void> insert(Cart cart) {
    return carts.insert(cart);
  }

  @Override
  public CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id) {
    return carts.find(tenantId, id);
  }

  @Override
  public CompletionStage<Boolean> replace(Cart cart, long expectedVersion) {
    if (cart.closing().isPresent()) {
      tenantIds.accept(cart.terminal().tenantId());
    }
    return carts.replace(cart, expectedVersion);
  }

  @Override
  public CompletionStage<Boolean> remove(Cart cart, long expectedVersion) {
    return carts.remove(cart, expectedVersion);
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit) {
    return carts.findClosing(tenantId, limit);
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findOpen(TerminalKey terminal, int limit) {
    return carts.findOpen(terminal, limit);
  }

  @Override
  public CompletionStage<CartPage> findParked(StoreKey store, int limit, int page) {
    return carts.findParked(store, limit, page);
  }

  @Override
  public CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit) {
    return carts.removeUnchangedSince(tenantId, time, limit);
  }

  @Override
  public CompletionStage<CartCounts> count(String tenantId) {
    return carts.count(tenantId);
  }
}
