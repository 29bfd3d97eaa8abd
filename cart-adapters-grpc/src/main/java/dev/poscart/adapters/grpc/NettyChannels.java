package dev.poscart.adapters.grpc;

import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.NettyChannelBuilder;
import io.netty.channel.ChannelOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;

/** Creates channels over TCP. They connect with the first call. */
final class NettyChannels implements ChannelFactory {

  private final CallHeaders headers;

  NettyChannels() {
    this(Map::of);
  }

  /**
   * @param callHeaders headers to send with a call, asked for in the thread that begins it
   */
  NettyChannels(Supplier<Map<String, String>> callHeaders) {
    this.headers = new CallHeaders(callHeaders);
  }

  @Override
  public ManagedChannel create(
      ItemMasterConfig config, String balancingPolicy, ScheduledExecutorService timer) {
    ChannelTuning tuning = config.tuning();
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget(config.target(), credentials(config.security(), timer))
            // Handles responses on the network thread; avoiding a thread hop saves a third of the
            // CPU time.
            .directExecutor()
            .defaultLoadBalancingPolicy(balancingPolicy)
            .disableServiceConfigLookUp()
            .defaultServiceConfig(tuning.retry().serviceConfig())
            .maxInboundMessageSize(tuning.maxMessageBytes())
            .idleTimeout(tuning.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
            .withOption(
                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                Math.toIntExact(tuning.connectTimeout().toMillis()))
            .userAgent(tuning.userAgent())
            .intercept(headers);
    config
        .security()
        .bearerToken()
        .map(file -> BearerToken.from(file, config.security().lookEvery(), timer))
        .ifPresent(builder::intercept);
    return builder.build();
  }

  private static ChannelCredentials credentials(
      ChannelSecurity security, ScheduledExecutorService timer) {
    if (!security.tls()) {
      return InsecureChannelCredentials.create();
    }
    TlsChannelCredentials.Builder builder = TlsChannelCredentials.newBuilder();
    security
        .trustedCertificates()
        .map(file -> TlsFiles.trust(file, security.lookEvery(), timer))
        .ifPresent(builder::trustManager);
    security
        .certificateChain()
        .flatMap(chain -> security.privateKey().map(key -> identity(chain, key, security, timer)))
        .ifPresent(builder::keyManager);
    return builder.build();
  }

  private static KeyManager identity(
      Path chain, Path key, ChannelSecurity security, ScheduledExecutorService timer) {
    return TlsFiles.identity(chain, key, security.lookEvery(), timer);
  }
}
