package dev.poscart.app;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.poscart.domain.port.Stages;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches one kind of reference data per tenant or per store. Concurrent requests for a missing
 * entry share one call to the source. An entry older than half the TTL is still returned while one
 * call refreshes it; an entry older than the TTL is not returned. Failures are not cached.
 */
final class ReferenceCache<K, T> {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceCache.class);

  /** Tenants or stores; keys come from authenticated terminals only. */
  private static final int MAX_ENTRIES = 10_000;

  private final String name;
  private final Function<K, CompletionStage<T>> source;
  private final LoadingCache<K, CompletableFuture<T>> answers;

  /**
   * @param name what is cached, for the log
   * @param ttl maximum age of an entry; zero: no caching
   */
  ReferenceCache(String name, Function<K, CompletionStage<T>> source, Duration ttl, Ticker ticker) {
    this.name = name;
    this.source = source;
    Caffeine<Object, Object> cache =
        Caffeine.newBuilder()
            .maximumSize(ttl.isZero() ? 0 : MAX_ENTRIES)
            .expireAfterWrite(ttl)
            .executor(Runnable::run)
            .ticker(ticker);
    if (!ttl.isZero()) {
      cache.refreshAfterWrite(ttl.dividedBy(2));
    }
    this.answers = cache.build(new Loader());
  }

  static <K, T> ReferenceCache<K, T> of(
      String name, Function<K, CompletionStage<T>> source, Duration ttl) {
    return new ReferenceCache<>(name, source, ttl, Ticker.systemTicker());
  }

  CompletionStage<T> get(K key) {
    CompletableFuture<T> known = answers.getIfPresent(key);
    if (known != null && known.isCompletedExceptionally()) {
      answers.asMap().remove(key, known);
    }
    return answers.get(key).minimalCompletionStage();
  }

  /** Forgets entries, also those that are being read. */
  void clear(Predicate<K> keys) {
    answers.asMap().keySet().removeIf(keys);
  }

  private final class Loader implements CacheLoader<K, CompletableFuture<T>> {

    @Override
    public CompletableFuture<T> load(K key) {
      return Stages.attempt(() -> source.apply(key))
          .whenComplete(
              (value, failure) -> {
                if (failure != null) {
                  LOG.warn("cannot read {} of {}: {}", name, key, failure.toString());
                }
              })
          .toCompletableFuture();
    }

    /** Caffeine logs a failed refresh unless it was cancelled; {@link #load} has logged it. */
    @Override
    public CompletableFuture<CompletableFuture<T>> asyncReload(
        K key, CompletableFuture<T> old, Executor executor) {
      CompletableFuture<CompletableFuture<T>> refreshed = new CompletableFuture<>();
      CompletableFuture<T> fresh = old.isDone() ? load(key) : old;
      var unused =
          fresh.whenComplete(
              (value, failure) -> {
                if (failure == null) {
                  refreshed.complete(fresh);
                } else {
                  refreshed.cancel(false);
                }
              });
      return refreshed;
    }
  }
}
