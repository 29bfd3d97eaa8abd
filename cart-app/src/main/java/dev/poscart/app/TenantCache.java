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
 * Remembers one kind of reference data per tenant. However many ask for what is not remembered, the
 * source is asked once. What is older than half its time is still given while one call fetches it
 * anew; what is older than all of it is not given. Trouble is not remembered.
 *
 * <p>Only signed-in terminals come here, so there are no more entries than tenants.
 */
final class TenantCache<T> {

  private static final Logger LOG = LoggerFactory.getLogger(TenantCache.class);

  private final String name;
  private final Function<String, CompletionStage<T>> source;
  private final long ttl;
  private final LongSupplier clock;
  private final ConcurrentMap<String, Answer<T>> answers = new ConcurrentHashMap<>();

  /**
   * Composes.
   *
   * @param name what is remembered, for the log
   * @param ttl how old an answer may be; zero: nothing is remembered
   * @param clock nanoseconds from anywhere
   */
  TenantCache(
      String name, Function<String, CompletionStage<T>> source, Duration ttl, LongSupplier clock) {
    this.name = name;
    this.source = source;
    this.ttl = ttl.toNanos();
    this.clock = clock;
  }

  /** An answer that is there or under way, and when it was asked for. */
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

  CompletionStage<T> get(String tenantId) {
    long now = clock.getAsLong();
    Answer<T> known = answers.get(tenantId);
    if (known == null || !known.counts(ttl, now)) {
      return first(tenantId, now).value().minimalCompletionStage();
    }
    if (known.isOlderThan(ttl / 2, now)
        && known.value().isDone()
        && known.refreshing().compareAndSet(false, true)) {
      refresh(tenantId, known, new Answer<>(now));
    }
    return known.value().minimalCompletionStage();
  }

  /** Of all who come at once, one asks. */
  private Answer<T> first(String tenantId, long now) {
    Answer<T> fresh = new Answer<>(now);
    Answer<T> kept =
        answers.compute(
            tenantId, (id, before) -> before != null && before.counts(ttl, now) ? before : fresh);
    if (kept.equals(fresh)) {
      ask(tenantId, fresh);
    }
    return kept;
  }

  private void refresh(String tenantId, Answer<T> old, Answer<T> fresh) {
    ask(tenantId, fresh);
    var unused =
        fresh
            .value()
            .whenComplete(
                (value, trouble) -> {
                  if (trouble == null) {
                    answers.replace(tenantId, old, fresh);
                  } else {
                    old.refreshing().set(false);
                  }
                });
  }

  private void ask(String tenantId, Answer<T> answer) {
    CompletionStage<T> asked;
    try {
      asked = source.apply(tenantId);
    } catch (RuntimeException e) {
      asked = CompletableFuture.failedFuture(e);
    }
    asked.whenComplete(
        (value, trouble) -> {
          if (trouble == null) {
            answer.value().complete(value);
          } else {
            LOG.warn("{} of tenant {} cannot be read: {}", name, tenantId, trouble.toString());
            answer.value().completeExceptionally(trouble);
          }
        });
  }
}
