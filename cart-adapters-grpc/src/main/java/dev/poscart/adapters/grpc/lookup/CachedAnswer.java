package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.Item;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The item master's response for one code, and when to refresh it. */
final class CachedAnswer {

  private final Optional<Item> item;
  private final AtomicLong refreshAtNanos;

  /**
   * @param item empty if the item master does not know the code
   */
  CachedAnswer(Optional<Item> item, long refreshAtNanos) {
    this.item = item;
    this.refreshAtNanos = new AtomicLong(refreshAtNanos);
  }

  Optional<Item> item() {
    return item;
  }

  /**
   * Claims the refresh, so that only one caller performs it.
   *
   * @return whether the refresh is due and this caller has claimed it
   */
  boolean claimRefresh(long nowNanos, long againAfterNanos) {
    long due = refreshAtNanos.get();
    return nowNanos - due >= 0 && refreshAtNanos.compareAndSet(due, nowNanos + againAfterNanos);
  }
}
