package dev.poscart.adapters.grpc;

import dev.poscart.adapters.grpc.lookup.ConfigChecks;
import java.time.Duration;

/**
 * How the channel behaves on the wire.
 *
 * @param connectTimeout for one attempt to open a TCP connection
 * @param keepAlive how long a connection with calls may be silent before it is probed; never
 *     without calls, because servers hang up on that
 * @param drainTimeout how long closing waits for calls in flight before it breaks them
 * @param maxMessageBytes the largest message taken, each way
 * @param userAgent how the client names itself to the server
 */
public record ChannelTuning(
    Duration connectTimeout,
    Duration keepAlive,
    Duration drainTimeout,
    int maxMessageBytes,
    String userAgent,
    RetryPolicy retry,
    ReconnectPolicy reconnect) {

  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int MEBIBYTE = 1024 * 1024;

  public ChannelTuning {
    ConfigChecks.requireInRange("connectTimeout", connectTimeout, Duration.ofMillis(1), LONGEST);
    // gRPC raises anything below 10 s to 10 s.
    ConfigChecks.requireInRange("keepAlive", keepAlive, Duration.ofSeconds(10), LONGEST);
    ConfigChecks.requireInRange("drainTimeout", drainTimeout, Duration.ZERO, LONGEST);
    ConfigChecks.requireInRange("maxMessageBytes", maxMessageBytes, 1024, 1024 * MEBIBYTE);
    ConfigChecks.requireNotBlank("userAgent", userAgent);
  }

  /** Connecting within 2 s, keep-alive 30 s, draining 5 s, messages up to 10 MiB. */
  public static ChannelTuning defaults() {
    return new ChannelTuning(
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        10 * MEBIBYTE,
        "poscart",
        RetryPolicy.defaults(),
        ReconnectPolicy.defaults());
  }

  public ChannelTuning withDrainTimeout(Duration newDrainTimeout) {
    return new ChannelTuning(
        connectTimeout, keepAlive, newDrainTimeout, maxMessageBytes, userAgent, retry, reconnect);
  }

  public ChannelTuning withRetry(RetryPolicy newRetry) {
    return new ChannelTuning(
        connectTimeout, keepAlive, drainTimeout, maxMessageBytes, userAgent, newRetry, reconnect);
  }

  public ChannelTuning withReconnect(ReconnectPolicy newReconnect) {
    return new ChannelTuning(
        connectTimeout, keepAlive, drainTimeout, maxMessageBytes, userAgent, retry, newReconnect);
  }
}
