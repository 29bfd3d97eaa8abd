package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;
import java.util.concurrent.ScheduledExecutorService;

/** Makes a channel; fails with an unchecked exception if it cannot. */
@FunctionalInterface
interface ChannelFactory {

  /**
   * Makes one; it need not connect yet.
   *
   * @param attempts the handle that makes the channel try failed connections again
   * @param timer for what the channel has to do from time to time
   */
  ManagedChannel create(
      ItemMasterConfig config, ConnectionAttempts attempts, ScheduledExecutorService timer);
}
