package dev.poscart.adapters.grpc.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ItemMasterPort;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Caches responses per tenant, store and code. Items about to expire are refreshed in the
 * background while the cached ones are still returned. Expired items served by the stale fallback
 * are passed on but not cached.
 */
final class CachedItemMaster implements ItemMasterPort {

  /** Pause before the next attempt if a refresh fails. */
  private static final Duration REFRESH_AGAIN = Duration.ofSeconds(5);

  private final ItemMasterPort master;
  private final CacheConfig config;
  private final LookupObserver observer;
  private final LongSupplier clock;
  private final Cache<ItemKey, CachedAnswer> answers;
  private final AtomicLong generation = new AtomicLong();

  CachedItemMaster(
      ItemMasterPort master, CacheConfig config, LookupObserver observer, LongSupplier clock) {
    this.master = master;
    this.config = config;
    this.observer = observer;
    this.clock = clock;
    answers =
        Caffeine.newBuilder()
            .maximumSize(config.maxItems())
            .expireAfter(
                Expiry.<ItemKey, CachedAnswer>writing(
                    (key, answer) ->
                        answer.item().isPresent() ? config.freshFor() : config.missingFor()))
            // A handover to another thread would cost more than the work itself.
            .executor(Runnable::run)
            .ticker(clock::getAsLong)
            .build();
  }

  @Override
  public CompletionStage<Map<String, Item>> findItems(TerminalKey terminal, Set<String> itemCodes) {
    Map<String, Item> found = new HashMap<>();
    Set<String> unknown = new HashSet<>();
    Set<String> aging = new HashSet<>();
    long now = clock.getAsLong();
    for (String itemCode : itemCodes) {
      CachedAnswer answer = answers.getIfPresent(ItemKey.of(terminal, itemCode));
      if (answer == null) {
        unknown.add(itemCode);
      } else {
        answer.item().ifPresent(item -> found.put(itemCode, item));
        if (answer.claimRefresh(now, REFRESH_AGAIN.toNanos())) {
          aging.add(itemCode);
        }
      }
    }
    count(itemCodes.size() - unknown.size(), unknown.size());
    if (!aging.isEmpty()) {
      var unused = fetch(terminal, aging);
    }
    if (unknown.isEmpty()) {
      return CompletableFuture.completedStage(Map.copyOf(found));
    }
    return fetch(terminal, unknown).thenApply(fetched -> union(found, fetched));
  }

  /**
   * Forgets what is cached for a tenant. Look-ups in flight may have been answered before the
   * change that calls for this, so they are not cached.
   *
   * @param storeCode only of this store; empty: of all stores
   */
  void clear(String tenantId, Optional<String> storeCode) {
    generation.incrementAndGet();
    answers.asMap().keySet().removeIf(key -> key.isOf(tenantId, storeCode));
  }

  private void count(int hits, int misses) {
    if (hits > 0) {
      observer.cacheHits(hits);
    }
    if (misses > 0) {
      observer.cacheMisses(misses);
    }
  }

  private CompletionStage<Map<String, Item>> fetch(TerminalKey terminal, Set<String> itemCodes) {
    long begun = generation.get();
    return master
        .findItems(terminal, itemCodes)
        .thenApply(
            items -> {
              if (begun == generation.get()) {
                itemCodes.forEach(
                    itemCode -> remember(ItemKey.of(terminal, itemCode), items, itemCode));
              }
              return items;
            });
  }

  private void remember(ItemKey key, Map<String, Item> items, String itemCode) {
    Optional<Item> item = Optional.ofNullable(items.get(itemCode));
    if (item.isEmpty() || item.get().verified()) {
      answers.put(key, new CachedAnswer(item, clock.getAsLong() + config.refreshAfter().toNanos()));
    }
  }

  private static Map<String, Item> union(Map<String, Item> some, Map<String, Item> others) {
    Map<String, Item> all = new HashMap<>(some);
    all.putAll(others);
    return Map.copyOf(all);
  }
}
