package dev.poscart.web.load;

import java.time.Duration;

/**
 * How much the server takes on. What is beyond is refused or cut, and costs nobody else anything.
 *
 * @param maxInFlight requests that are worked on at once; health and metrics are not counted
 * @param maxQueued requests that wait for a place among those; more are answered 503
 * @param maxConnections open connections; for one more the longest idle one is closed
 * @param receiveTimeout how long a caller may take to send the head of a request, and its body
 * @param maxBufferedBytes bodies and answers kept in memory, all connections together
 */
public record LoadLimits(
    int maxInFlight,
    int maxQueued,
    int maxConnections,
    Duration receiveTimeout,
    long maxBufferedBytes) {

  /** Never in the way of two hundred tills, each with one request at a time. */
  public static final LoadLimits DEFAULT =
      new LoadLimits(256, 256, 1_000, Duration.ofSeconds(15), 64L * 1024 * 1024);

  /** Validates. */
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
