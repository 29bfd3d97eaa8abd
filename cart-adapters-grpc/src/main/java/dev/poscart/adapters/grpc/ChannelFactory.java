package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;

/** Makes a channel; fails with an unchecked exception if it cannot. */
@FunctionalInterface
interface ChannelFactory {

  ManagedChannel create(ItemMasterConfig config);
}
