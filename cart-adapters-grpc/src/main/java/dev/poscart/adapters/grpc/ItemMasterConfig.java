package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import java.time.Duration;

/**
 * How to reach the item master.
 *
 * @param target {@code host:port}, or any target that gRPC's name resolution supports
 * @param deadline of one call, including the wait for a connection
 * @param primingCalls calls made in the background at startup, so that the first sale does not pay
 *     for connecting and class loading; 0 for none
 * @param batching whether to use the batch call if the server supports it
 */
public record ItemMasterConfig(
    String target,
    Duration deadline,
    int primingCalls,
    boolean batching,
    ChannelSecurity security,
    ChannelTuning tuning,
    LookupConfig lookup) {

  public ItemMasterConfig {
    ConfigChecks.requireNotBlank("target", target);
    ConfigChecks.requireInRange("deadline", deadline, Duration.ofMillis(1), Duration.ofHours(1));
    ConfigChecks.requireInRange("primingCalls", primingCalls, 0, 1000);
  }

  /** Defaults: plaintext, a deadline of 5 s, messages up to 10 MiB. */
  public static ItemMasterConfig defaults(String target) {
    return new ItemMasterConfig(
        target,
        Duration.ofSeconds(5),
        20,
        true,
        ChannelSecurity.plaintext(),
        ChannelTuning.defaults(),
        LookupConfig.defaults());
  }

  public ItemMasterConfig withDeadline(Duration newDeadline) {
    return new ItemMasterConfig(
        target, newDeadline, primingCalls, batching, security, tuning, lookup);
  }

  public ItemMasterConfig withPrimingCalls(int newPrimingCalls) {
    return new ItemMasterConfig(
        target, deadline, newPrimingCalls, batching, security, tuning, lookup);
  }

  public ItemMasterConfig withBatching(boolean newBatching) {
    return new ItemMasterConfig(
        target, deadline, primingCalls, newBatching, security, tuning, lookup);
  }

  public ItemMasterConfig withSecurity(ChannelSecurity newSecurity) {
    return new ItemMasterConfig(
        target, deadline, primingCalls, batching, newSecurity, tuning, lookup);
  }

  public ItemMasterConfig withTuning(ChannelTuning newTuning) {
    return new ItemMasterConfig(
        target, deadline, primingCalls, batching, security, newTuning, lookup);
  }

  public ItemMasterConfig withLookup(LookupConfig newLookup) {
    return new ItemMasterConfig(
        target, deadline, primingCalls, batching, security, tuning, newLookup);
  }
}
