package dev.poscart.app;

import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.domain.port.ItemMasterPort;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * How the service reaches the item master.
 *
 * @param port with the whole look-up policy
 * @param cache forgets the items of a tenant, all of them or those of one store
 * @param breaker the state of the circuit breaker
 * @param channel the gRPC channel; empty if items are looked up over REST
 */
record ItemMasterLink(
    ItemMasterPort port,
    BiConsumer<String, Optional<String>> cache,
    Supplier<Breaker> breaker,
    Optional<ItemMasterAdapter> channel) {

  static ItemMasterLink over(ItemMasterAdapter adapter) {
    return new ItemMasterLink(
        adapter.port(), adapter::clear, adapter::breaker, Optional.of(adapter));
  }
}
