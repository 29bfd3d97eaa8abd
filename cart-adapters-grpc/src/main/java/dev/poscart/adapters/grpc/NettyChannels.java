package dev.poscart.adapters.grpc;

import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import java.util.concurrent.TimeUnit;

/** Channels over TCP as the configuration says. Making one does not connect yet. */
final class NettyChannels implements ChannelFactory {

  @Override
  public ManagedChannel create(ItemMasterConfig config) {
    return NettyChannelBuilder.forTarget(config.target())
        .usePlaintext()
        // Answers are taken on the network thread: no hop, a third of the processor time.
        .directExecutor()
        .defaultLoadBalancingPolicy("round_robin")
        .maxInboundMessageSize(config.maxMessageBytes())
        .keepAliveTime(config.keepAlive().toMillis(), TimeUnit.MILLISECONDS)
        .keepAliveWithoutCalls(false)
        .withOption(
            ChannelOption.CONNECT_TIMEOUT_MILLIS,
            Math.toIntExact(config.connectTimeout().toMillis()))
        .userAgent(config.userAgent())
        .build();
  }
}
