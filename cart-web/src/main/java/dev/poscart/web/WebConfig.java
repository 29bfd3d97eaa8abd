package dev.poscart.web;

import dev.poscart.web.load.LoadLimits;
import dev.poscart.web.tls.TlsFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * How the server listens and what it bears.
 *
 * @param host the address to bind; empty is all addresses
 * @param port TCP port; 0 is any free one
 * @param maxBodyBytes longest request body that is read; a longer one is answered 413
 * @param requestTimeout after which a request is answered 504; what it began may still happen
 * @param drainTimeout how long closing waits for requests in flight
 * @param idleTimeout after which a connection without traffic is closed
 * @param maxThreads threads that read requests and write answers
 * @param corsOrigins origins whose pages may call the API, such as {@code https://pos.example}; one
 *     {@code *} allows all, without credentials; empty is off
 * @param version what health answers call the service's version
 * @param load what is beyond is refused or cut
 * @param loginFailures failed attempts to authenticate that a terminal at one address has in a
 *     minute before it is answered 429; zero: any number
 * @param tls empty: plain HTTP; else HTTPS and nothing else
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

  /** Validates. */
  public WebConfig {
    expect("port", port, port >= 0 && port <= 65_535, "0..65535");
    expect("maxBodyBytes", maxBodyBytes, maxBodyBytes >= 1_024, ">= 1024");
    expectPositive("requestTimeout", requestTimeout);
    expectPositive("drainTimeout", drainTimeout);
    expectPositive("idleTimeout", idleTimeout);
    // Acceptors, selectors and reserved threads take some of them.
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

  /** Plain HTTP. */
  public WebConfig(
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
      int loginFailures) {
    this(
        host,
        port,
        maxBodyBytes,
        requestTimeout,
        drainTimeout,
        idleTimeout,
        maxThreads,
        corsOrigins,
        version,
        load,
        loginFailures,
        Optional.empty());
  }

  /** Plain HTTP with the standard bounds on load, and none on failed attempts to authenticate. */
  public WebConfig(
      Optional<String> host,
      int port,
      int maxBodyBytes,
      Duration requestTimeout,
      Duration drainTimeout,
      Duration idleTimeout,
      int maxThreads,
      Set<String> corsOrigins,
      String version) {
    this(
        host,
        port,
        maxBodyBytes,
        requestTimeout,
        drainTimeout,
        idleTimeout,
        maxThreads,
        corsOrigins,
        version,
        LoadLimits.DEFAULT,
        0);
  }

  /** Sensible values for everything but the port. */
  public static WebConfig onPort(int port) {
    return new WebConfig(
        Optional.empty(),
        port,
        1_048_576,
        Duration.ofSeconds(30),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        64,
        Set.of(),
        "0.1.0");
  }

  /** The same over HTTPS, or over plain HTTP. */
  public WebConfig withTls(Optional<TlsFiles> files) {
    return new WebConfig(
        host,
        port,
        maxBodyBytes,
        requestTimeout,
        drainTimeout,
        idleTimeout,
        maxThreads,
        corsOrigins,
        version,
        load,
        loginFailures,
        files);
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
