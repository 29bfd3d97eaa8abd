package dev.poscart.domain.port;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.StoreKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps carts. A stage that completes normally means that the change survives a kill of the
 * process; one that fails with {@link PortException.Category#TIMEOUT} means that nobody knows.
 */
public interface CartStore {

  /**
   * Stores a new cart with version 1.
   *
   * @return fails with {@link PortException.Category#PERMANENT_FAILURE} if the tenant has a cart
   *     with this id
   */
  CompletionStage<Void> insert(Cart cart);

  /** Finds a cart of a tenant, whichever store it is of. */
  CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id);

  /**
   * Replaces a cart if nobody else did.
   *
   * @return false, and nothing is changed, unless the stored version is {@code expectedVersion}
   */
  CompletionStage<Boolean> replace(Cart cart, long expectedVersion);

  /** Some of the tenant's carts whose closing was decided but not finished, oldest mark first. */
  CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit);

  /**
   * The parked carts of a store, those parked first come first.
   *
   * @param limit most carts of a page, 1 or more
   * @param page 1 is the first; {@code page * limit} is an {@code int}
   */
  CompletionStage<CartPage> findParked(StoreKey store, int limit, int page);

  /**
   * Removes some of the tenant's carts that {@link Cart#mayBeRemoved may be removed} and were last
   * stored before that time, by the clock of this store; those stored longest ago go first. Each is
   * looked at and removed in one step, so that a cart which somebody changes meanwhile stays.
   *
   * @param limit most carts, 1 or more
   * @return how many were removed; 0 if there is none left
   */
  CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit);
}
