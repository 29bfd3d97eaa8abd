package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.time.Duration;

/**
 * Timeouts and limits of the channel.
 *
 * @param connectTimeout of one attempt to open a TCP connection
 * @param idleTimeout time without calls after which a connection is closed; shorter than the time
 *     after which firewalls and NAT gateways drop idle connections
 * @param drainTimeout how long closing waits for calls in flight before it cancels them
 * @param maxMessageBytes maximum size of a message in either direction
 * @param userAgent name of the client that is sent to the server
 */
public record ChannelTuning(
    Duration connectTimeout,
    Duration idleTimeout,
    Duration drainTimeout,
    int maxMessageBytes,
    String userAgent,
    RetryPolicy retry,
    ReconnectPolicy reconnect,
    LivenessPolicy liveness) {

  private static final Duration MAX = Duration.ofHours(1);
  private static final int MEBIBYTE = 1024 * 1024;

  public ChannelTuning {
    ConfigChecks.requireInRange("connectTimeout", connectTimeout, Duration.ofMillis(1), MAX);
    // gRPC raises anything below 1 s to 1 s.
    ConfigChecks.requireInRange("idleTimeout", idleTimeout, Duration.ofSeconds(1), MAX);
    ConfigChecks.requireInRange("drainTimeout", drainTimeout, Duration.ZERO, MAX);
    ConfigChecks.requireInRange("maxMessageBytes", maxMessageBytes, 1024, 1024 * MEBIBYTE);
    ConfigChecks.requireNotBlank("userAgent", userAgent);
  }

  /** Connect timeout 2 s, idle timeout 2 min, drain timeout 5 s, messages up to 10 MiB. */
  public static ChannelTuning defaults() {
    return new ChannelTuning(
        Duration.ofSeconds(2),
        Duration.ofMinutes(2),
        Duration.ofSeconds(5),
        10 * MEBIBYTE,
        "poscart",
        RetryPolicy.defaults(),
        ReconnectPolicy.defaults(),
        LivenessPolicy.defaults());
  }

  public ChannelTuning withIdleTimeout(Duration newIdleTimeout) {
    return new ChannelTuning(
        connectTimeout,
        newIdleTimeout,
        drainTimeout,
        maxMessageBytes,
        userAgent,
        retry,
        reconnect,
        liveness);
  }
}
