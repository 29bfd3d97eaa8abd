package dev.poscart.app;

import dev.poscart.domain.port.ReferenceData;
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
 * Remembers one kind of reference data per tenant, or per store. However many ask for what is not
 * remembered, the source is asked once. What is older than half its time is still given while one
 * call fetches it anew; what is older than all of it is not given. A failure is not remembered.
 *
 * <p>Only signed-in terminals come here, so there are no more entries than tenants or stores.
 */
final class ReferenceCache<K, T> {

  private static final Logger LOG = LoggerFactory.getLogger(ReferenceCache.class);

  private final String name;
  private final Function<K, CompletionStage<T>> source;
  private final long ttl;
  private final LongSupplier clock;
  private final ConcurrentMap<K, Answer<T>> answers = new ConcurrentHashMap<>();

  /**
   * Composes.
   *
   * @param name what is remembered, for the log
   * @param ttl how old an answer may be; zero: nothing is remembered
   * @param clock nanoseconds from anywhere
   */
  ReferenceCache(
      String name, Function<K, CompletionStage<T>> source, Duration ttl, LongSupplier clock) {
    this.name = name;
    this.source = source;
    this.ttl = ttl.toNanos();
    this.clock = clock;
  }

  /** Caches that cover all master data of a source. */
  static ReferenceData before(ReferenceData source, Duration ttl) {
    return new ReferenceData(
        source.terminals(),
        source.stores(),
        of("payment methods", source.paymentMethods()::ofTenant, ttl)::get,
        of("taxes", source.taxes()::ofTenant, ttl)::get,
        of("settings", source.settings()::ofTenant, ttl)::get,
        of("promotions", source.promotions()::ofStore, ttl)::get);
  }

  static <K, T> ReferenceCache<K, T> of(
      String name, Function<K, CompletionStage<T>> source, Duration ttl) {
    return new ReferenceCache<>(name, source, ttl, System::nanoTime);
  }

  /** An answer that is there or in progress, and when it was asked for. */
  private record Answer<T>(CompletableFuture<T> value, long askedAt, AtomicBoolean refreshing) {

    Answer(long askedAt) {
      this(new CompletableFuture<>(), askedAt, new AtomicBoolean());
    }

    boolean isOlderThan(long age, long now) {
      return now - askedAt >= age;
    }

    /** Whether it may be given, or waited for. */
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

  /** Of all who come at once, one asks. */
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
            LOG.warn("{} of {} cannot be read: {}", name, key, failure.toString());
            answer.value().completeExceptionally(failure);
          }
        });
  }
}
