package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;
import java.util.concurrent.ScheduledExecutorService;

/** Creates a channel; throws an unchecked exception if it cannot. */
@FunctionalInterface
interface ChannelFactory {

  /**
   * Creates a channel, which need not connect yet.
   *
   * @param balancingPolicy the registered name of the load balancing policy
   * @param timer runs the channel's periodic tasks
   */
  ManagedChannel create(
      ItemMasterConfig config, String balancingPolicy, ScheduledExecutorService timer);
}
