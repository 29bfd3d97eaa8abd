package dev.poscart.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.usecase.change.CartCache;
import java.time.Duration;
import java.util.Optional;

/** Caches open carts, bounded by the number of their lines. */
final class OpenCartCache implements CartCache {

  /** About 1 KB of heap each: at most 20 MB. */
  private static final int MAX_LINES = 20_000;

  /**
   * A cart left alone for this long is read again. Much shorter than the time after which carts are
   * removed, so that no cart can have been removed and its id used again meanwhile.
   */
  private static final Duration MAX_AGE = Duration.ofMinutes(10);

  private record Key(String tenantId, CartId id) {}

  private final Cache<Key, Versioned<Cart>> carts =
      Caffeine.newBuilder()
          .maximumWeight(MAX_LINES)
          .weigher((Key key, Versioned<Cart> cart) -> 1 + cart.value().lines().size())
          .expireAfterWrite(MAX_AGE)
          .executor(Runnable::run)
          .build();

  @Override
  public Optional<Versioned<Cart>> find(String tenantId, CartId id) {
    return Optional.ofNullable(carts.getIfPresent(new Key(tenantId, id)));
  }

  @Override
  public void put(Versioned<Cart> cart) {
    carts
        .asMap()
        .merge(
            new Key(cart.value().terminal().tenantId(), cart.value().id()),
            cart,
            (known, next) -> next.version() > known.version() ? next : known);
  }

  @Override
  public void remove(String tenantId, CartId id) {
    carts.invalidate(new Key(tenantId, id));
  }
}
