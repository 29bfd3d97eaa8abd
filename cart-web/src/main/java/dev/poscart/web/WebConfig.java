package dev.poscart.web;

import dev.poscart.web.load.LoadLimits;
import dev.poscart.web.tls.TlsFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The configuration of the HTTP server.
 *
 * @param host address to bind; empty: all addresses
 * @param port TCP port; 0: any free port
 * @param maxBodyBytes maximum length of a request body; longer ones are answered with 413
 * @param requestTimeout after which a request is answered with 504; its effect may still happen
 * @param drainTimeout how long closing waits for requests in flight
 * @param idleTimeout after which a connection without traffic is closed
 * @param maxThreads threads that read requests and write responses
 * @param corsOrigins origins whose pages may call the API, such as {@code https://pos.example}; a
 *     single {@code *} allows all, without credentials; empty: none
 * @param version version of the service in health reports
 * @param load limits beyond which requests are refused and connections closed
 * @param loginFailures failed authentications allowed per minute for a terminal at one address,
 *     beyond which requests are answered with 429; zero: no limit
 * @param tls empty: plain HTTP; otherwise HTTPS only
 */
public record WebConfig(
    Optional<String> host,
    int port,
    int maxBodyBytes,
    Duration requestTimeout,
    Duration drainTimeout,
    Duration idleTimeout,
    int maxThreads,
    Set<String> corsOrigins,
    String version,
    LoadLimits load,
    int loginFailures,
    Optional<TlsFiles> tls) {

  public WebConfig {
    expect("port", port, port >= 0 && port <= 65_535, "0..65535");
    expect("maxBodyBytes", maxBodyBytes, maxBodyBytes >= 1_024, ">= 1024");
    expectPositive("requestTimeout", requestTimeout);
    expectPositive("drainTimeout", drainTimeout);
    expectPositive("idleTimeout", idleTimeout);
    // Jetty's acceptors, selectors and reserved threads take some of them.
    expect("maxThreads", maxThreads, maxThreads >= 8 && maxThreads <= 10_000, "8..10000");
    expect(
        "loginFailures",
        loginFailures,
        loginFailures >= 0 && loginFailures <= 100_000,
        "0..100000");
    corsOrigins = Set.copyOf(corsOrigins);
    for (String origin : corsOrigins) {
      expect("corsOrigins", origin, isOrigin(origin), "* or scheme://host[:port]");
    }
  }

  private static boolean isOrigin(String origin) {
    return origin.equals("*") || origin.matches("https?://[^/\\s,]+");
  }

  private static void expectPositive(String name, Duration value) {
    expect(name, value, value.compareTo(Duration.ofMillis(1)) >= 0, ">= 1 ms");
  }

  private static void expect(String name, Object value, boolean valid, String expected) {
    if (!valid) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: " + expected + ")");
    }
  }
}
