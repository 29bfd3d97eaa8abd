package dev.poscart.app;

import dev.poscart.adapters.grpc.ItemMasterAdapter;

/**
 * Connects to the item master in the background at startup, so that the first sale does not have to
 * wait for the connection.
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

  /** Whether a connection was requested and has never succeeded so far. */
  boolean isMissing() {
    return wanted && !adapter.wasReached();
  }
}
