package dev.poscart.app;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Caches one kind of reference data per tenant or per store. Concurrent requests for a missing
 * entry share one call to the source. An entry older than half the TTL is still returned while one
 * call refreshes it; an entry older than the TTL is not returned. Failures are not cached.
 *
 * <p>Keys come from authenticated terminals only, so the number of entries is bounded by the number
 * of tenants or stores.
 */
final class ReferenceCache<K, T> {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceCache.class);

  private final String name;
  private final Function<K, CompletionStage<T>> source;
  private final long ttl;
  private final LongSupplier clock;
  private final ConcurrentMap<K, Answer<T>> answers = new ConcurrentHashMap<>();

  /**
   * @param name what is cached, for the log
   * @param ttl maximum age of an entry; zero: no caching
   * @param clock a nanosecond clock such as {@link System#nanoTime}
   */
  ReferenceCache(
      String name, Function<K, CompletionStage<T>> source, Duration ttl, LongSupplier clock) {
    this.name = name;
    this.source = source;
    this.ttl = ttl.toNanos();
    this.clock = clock;
  }

  /** A value that has arrived or is awaited, and when it was requested. */
  private record Answer<T>(CompletableFuture<T> value, long askedAt, AtomicBoolean refreshing) {

    Answer(long askedAt) {
      this(new CompletableFuture<>(), askedAt, new AtomicBoolean());
    }

    boolean isOlderThan(long age, long now) {
      return now - askedAt >= age;
    }

    /** Whether the value may still be returned or awaited. */
    boolean counts(long ttl, long now) {
      return !isOlderThan(ttl, now) && !value.isCompletedExceptionally();
    }
  }

  CompletionStage<T> get(K key) {
    long now = clock.getAsLong();
    Answer<T> known = answers.get(key);
    if (known == null || !known.counts(ttl, now)) {
      return first(key, now).value().minimalCompletionStage();
    }
    if (known.isOlderThan(ttl / 2, now)
        && known.value().isDone()
        && known.refreshing().compareAndSet(false, true)) {
      refresh(key, known, new Answer<>(now));
    }
    return known.value().minimalCompletionStage();
  }

  /** Of several concurrent callers, one calls the source. */
  private Answer<T> first(K key, long now) {
    Answer<T> fresh = new Answer<>(now);
    Answer<T> kept =
        answers.compute(
            key, (id, before) -> before != null && before.counts(ttl, now) ? before : fresh);
    if (kept.equals(fresh)) {
      ask(key, fresh);
    }
    return kept;
  }

  private void refresh(K key, Answer<T> old, Answer<T> fresh) {
    ask(key, fresh);
    var unused =
        fresh
            .value()
            .whenComplete(
                (value, failure) -> {
                  if (failure == null) {
                    answers.replace(key, old, fresh);
                  } else {
                    old.refreshing().set(false);
                  }
                });
  }

  private void ask(K key, Answer<T> answer) {
    CompletionStage<T> asked;
    try {
      asked = source.apply(key);
    } catch (RuntimeException e) {
      asked = CompletableFuture.failedFuture(e);
    }
    asked.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            answer.value().complete(value);
          } else {
            LOG.warn("cannot read {} of {}: {}", name, key, failure.toString());
            answer.value().completeExceptionally(failure);
          }
        });
  }
}
