package dev.poscart.app;

import dev.poscart.adapters.grpc.ItemMasterAdapter;
import java.util.Optional;

/**
 * Connects to the item master in the background at startup, so that the first sale does not have to
 * wait for the connection.
 */
final class ItemMasterWarmUp {

  private final Optional<ItemMasterAdapter> channel;

  /**
   * @param channel empty: there is no connection to make
   */
  ItemMasterWarmUp(Optional<ItemMasterAdapter> channel) {
    this.channel = channel;
  }

  void start() {
    channel.ifPresent(ItemMasterAdapter::prime);
  }

  /** Whether a connection was requested and has never succeeded so far. */
  boolean isMissing() {
    return channel.filter(each -> !each.wasReached()).isPresent();
  }
}
