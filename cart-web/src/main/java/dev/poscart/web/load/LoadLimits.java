package dev.poscart.web.load;

import java.time.Duration;

/**
 * How much load the server accepts. What exceeds it is refused or closed, at no cost to other
 * clients.
 *
 * @param maxInFlight requests processed at once, not counting health checks, metrics and the page
 *     for the person on duty
 * @param maxQueued requests in the queue; further ones are answered with 503
 * @param maxConnections open connections; to accept one more, the one idle longest is closed
 * @param receiveTimeout time a client has to send the head of a request, and again for its body
 * @param maxBufferedBytes request bodies and responses in memory, all connections together
 */
public record LoadLimits(
    int maxInFlight,
    int maxQueued,
    int maxConnections,
    Duration receiveTimeout,
    long maxBufferedBytes) {

  /** Ample for two hundred tills with one request at a time each. */
  public static final LoadLimits DEFAULT =
      new LoadLimits(256, 256, 1_000, Duration.ofSeconds(15), 64L * 1024 * 1024);

  public LoadLimits {
    expect("maxInFlight", maxInFlight, maxInFlight >= 1, ">= 1");
    expect("maxQueued", maxQueued, maxQueued >= 0, ">= 0");
    expect("maxConnections", maxConnections, maxConnections >= 2, ">= 2");
    expect("receiveTimeout", receiveTimeout, receiveTimeout.toMillis() >= 1, ">= 1 ms");
    expect("maxBufferedBytes", maxBufferedBytes, maxBufferedBytes >= 65_536, ">= 65536");
  }

  private static void expect(String name, Object value, boolean valid, String expected) {
    if (!valid) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
