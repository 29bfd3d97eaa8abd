package dev.poscart.domain.port;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Stores carts. If a stage completes normally, the change survives a crash of the process; if it
 * fails with {@link PortException.Category#TIMEOUT}, the outcome is unknown.
 */
public interface CartStore {

  /**
   * Stores a new cart with version 1.
   *
   * @return fails with {@link PortException.Category#PERMANENT_FAILURE} if the tenant already has a
   *     cart with this id
   */
  CompletionStage<Void> insert(Cart cart);

  /** Finds a cart of a tenant, in any of its stores. */
  CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id);

  /**
   * Replaces a cart if it has not changed since it was read.
   *
   * @return false, without any change, unless the stored version is {@code expectedVersion}
   */
  CompletionStage<Boolean> replace(Cart cart, long expectedVersion);

  /**
   * Removes a cart if it has not changed since it was read.
   *
   * @return false, without any change, unless the stored version is {@code expectedVersion}
   */
  CompletionStage<Boolean> remove(Cart cart, long expectedVersion);

  /**
   * Finds the tenant's carts in closing, oldest first.
   *
   * @param limit maximum number of carts
   */
  CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit);

  /**
   * Finds the carts of a terminal that are neither closed nor parked, including those in closing.
   *
   * @param limit maximum number of carts
   * @return in no particular order; without carts that versions without a desk stored last
   */
  CompletionStage<List<Versioned<Cart>>> findOpen(TerminalKey terminal, int limit);

  /**
   * The parked carts of a store, oldest first.
   *
   * @param limit maximum number of carts per page, at least 1
   * @param page 1 is the first; {@code page * limit} must fit an {@code int}
   */
  CompletionStage<CartPage> findParked(StoreKey store, int limit, int page);

  /** Counts the tenant's carts in work; without carts that versions without a desk stored last. */
  CompletionStage<CartCounts> count(String tenantId);

  /**
   * Removes carts of the tenant that {@link Cart#mayBeRemoved may be removed} and were last stored
   * before the given time by the clock of this store, oldest first. Check and removal are atomic,
   * so that a cart changed in the meantime is kept.
   *
   * @param limit maximum number of carts, at least 1
   * @return the number of removed carts; 0 if none are left
   */
  CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit);
}
