package dev.poscart.adapters.grpc.lookup;

import dev.poscart.domain.model.Item;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** What the master said about one code, and when to ask it again. */
final class CachedAnswer {

  private final Optional<Item> item;
  private final AtomicLong refreshAtNanos;

  /**
   * @param item empty if the master does not know the code
   */
  CachedAnswer(Optional<Item> item, long refreshAtNanos) {
    this.item = item;
    this.refreshAtNanos = new AtomicLong(refreshAtNanos);
  }

  Optional<Item> item() {
    return item;
  }

  /** Whether the caller, and no other, shall fetch the item anew. */
  boolean claimRefresh(long nowNanos, long againAfterNanos) {
    long due = refreshAtNanos.get();
    return nowNanos - due >= 0 && refreshAtNanos.compareAndSet(due, nowNanos + againAfterNanos);
  }
}
