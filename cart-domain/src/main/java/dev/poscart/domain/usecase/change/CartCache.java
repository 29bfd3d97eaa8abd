package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.Versioned;
import java.util.Optional;

/**
 * Open carts as this process last read or stored them. Saves a change the reading of its cart.
 *
 * <p>Another process may have changed a cart since, or the store may have removed it. A cached cart
 * therefore decides nothing: {@link CartChange} keeps what it computes on it only if the store
 * replaces the cart on condition of its version. Requests that only read never see the cache.
 */
public interface CartCache {

  /** Caches nothing. */
  CartCache NONE =
      new CartCache() {
        @Override
        public Optional<Versioned<Cart>> find(String tenantId, CartId id) {
          return Optional.empty();
        }

        @Override
        public void put(Versioned<Cart> cart) {}

        @Override
        public void remove(String tenantId, CartId id) {}
      };

  Optional<Versioned<Cart>> find(String tenantId, CartId id);

  /** Caches a cart unless a later version of it is cached. */
  void put(Versioned<Cart> cart);

  void remove(String tenantId, CartId id);
}
