package dev.poscart.app;

import dev.poscart.adapters.grpc.ItemMasterAdapter;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Connects to the item master in the background after the start, so that the first customer does
 * not wait for it.
 */
final class ItemMasterWarmUp {

  private final ItemMasterAdapter adapter;
  private final boolean wanted;
  private final AtomicBoolean answered = new AtomicBoolean();

  ItemMasterWarmUp(ItemMasterAdapter adapter, boolean wanted) {
    this.adapter = adapter;
    this.wanted = wanted;
  }

  void start() {
    if (wanted) {
      adapter.prime().thenAccept(calls -> answered.set(calls > 0));
    }
  }

  /** Whether the item master has not been heard yet although it was asked. */
  boolean isMissing() {
    return wanted && !answered.get();
  }
}
