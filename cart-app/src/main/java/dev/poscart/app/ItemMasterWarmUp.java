package dev.poscart.app;

import dev.poscart.adapters.grpc.ItemMasterAdapter;

/**
 * Connects to the item master in the background after the start, so that the first customer does
 * not wait for it.
 */
final class ItemMasterWarmUp {

  private final ItemMasterAdapter adapter;
  private final boolean wanted;

  ItemMasterWarmUp(ItemMasterAdapter adapter, boolean wanted) {
    this.adapter = adapter;
    this.wanted = wanted;
  }

  void start() {
    if (wanted) {
      var unused = adapter.prime();
    }
  }

  /** Whether the item master has not been reached yet although it was asked. */
  boolean isMissing() {
    return wanted && !adapter.wasReached();
  }
}
