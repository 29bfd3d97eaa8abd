package dev.poscart.app.config;

import dev.poscart.adapters.grpc.ChannelSecurity;
import dev.poscart.adapters.grpc.ChannelTuning;
import dev.poscart.adapters.grpc.ItemMasterConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator can choose of the way to the item master.
 *
 * @param target empty: an embedded item master
 * @param deadline for one look-up
 * @param idleTimeout without look-ups, after which the connection is closed
 * @param warmUp whether to connect in the background after the start
 * @param lookup how look-ups are cached, and what happens while the master is down
 */
public record ItemMasterSettings(
    Optional<String> target,
    Duration deadline,
    Duration idleTimeout,
    boolean warmUp,
    LookupConfig lookup,
    ChannelSecurity security) {

  /** The adapter's configuration for an item master at this target. */
  public ItemMasterConfig configFor(String actualTarget) {
    return ItemMasterConfig.defaults(actualTarget)
        .withDeadline(deadline)
        .withTuning(ChannelTuning.defaults().withIdleTimeout(idleTimeout))
        .withLookup(lookup)
        .withSecurity(security);
  }
}
