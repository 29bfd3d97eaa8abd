package dev.poscart.app.config;

import dev.poscart.adapters.grpc.ChannelSecurity;
import dev.poscart.adapters.grpc.ChannelTuning;
import dev.poscart.adapters.grpc.ItemMasterConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import java.time.Duration;
import java.util.Optional;

/**
 * The operator's settings for the item master.
 *
 * @param usesGrpc false: items are looked up over REST at the master-data service
 * @param target empty: use the embedded item master
 * @param deadline of one look-up
 * @param idleTimeout time without look-ups after which the connection is closed
 * @param warmUp whether to connect in the background at startup
 * @param lookup caching, and what to do while the item master is down
 */
public record ItemMasterSettings(
    boolean usesGrpc,
    Optional<String> target,
    Duration deadline,
    Duration idleTimeout,
    boolean warmUp,
    LookupConfig lookup,
    ChannelSecurity security) {

  /** Whether items come from the store profile of this process. */
  public boolean isEmbedded() {
    return usesGrpc && target.isEmpty();
  }

  /** The adapter's configuration for an item master at this target. */
  public ItemMasterConfig configFor(String actualTarget) {
    return ItemMasterConfig.defaults(actualTarget)
        .withDeadline(deadline)
        .withTuning(ChannelTuning.defaults().withIdleTimeout(idleTimeout))
        .withLookup(lookup)
        .withSecurity(security);
  }
}
