package dev.poscart.app.metrics;

import dev.poscart.adapters.grpc.ChannelState;
import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * States that are asked for when they are shown, instead of being told.
 *
 * @param channel empty while there is none
 */
public record ItemMasterStates(
    Supplier<Optional<ChannelState>> channel, Supplier<Breaker> breaker) {

  /** The states of an adapter. Asking makes no channel. */
  public static ItemMasterStates of(ItemMasterAdapter adapter) {
    return new ItemMasterStates(adapter::state, adapter::breaker);
  }
}
