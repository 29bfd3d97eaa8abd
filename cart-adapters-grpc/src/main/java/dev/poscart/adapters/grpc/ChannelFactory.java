package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;
import java.util.concurrent.ScheduledExecutorService;

/** Makes a channel; fails with an unchecked exception if it cannot. */
@FunctionalInterface
interface ChannelFactory {

  /**
   * Makes one; it need not connect yet.
   *
   * @param balancingPolicy the registered name of the load balancing policy
   * @param timer for what the channel has to do from time to time
   */
  ManagedChannel create(
      ItemMasterConfig config, String balancingPolicy, ScheduledExecutorService timer);
}
