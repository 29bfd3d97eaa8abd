package dev.poscart.adapters.mongo;

import com.mongodb.ConnectionString;
import java.time.Duration;

/**
 * How to reach MongoDB and how long to wait for it. The limits here take precedence over those in
 * the connection string; its other options (credentials, TLS, replica set) apply.
 *
 * @param connectionString starts with {@code mongodb://} or {@code mongodb+srv://}; never printed,
 *     because it may contain a password
 * @param databasePrefix the databases are {@code <prefix>_<tenant>} and {@code <prefix>_commons}
 * @param serverSelectionTimeout how long to look for a primary
 * @param connectTimeout how long to wait for one connection
 * @param readTimeout how long to wait for the response to one command
 * @param operationTimeout limit of one step, including server selection, the wait for a free
 *     connection and the driver's own retry; a call to a port takes only a few steps
 * @param healthTimeout limit of a health check
 * @param maxConnections size of the connection pool
 */
public record MongoConfig(
    String connectionString,
    String databasePrefix,
    Duration serverSelectionTimeout,
    Duration connectTimeout,
    Duration readTimeout,
    Duration operationTimeout,
    Duration healthTimeout,
    int maxConnections) {

  /** The default prefix of the database names. */
  public static final String DEFAULT_DATABASE_PREFIX = "db_cart";

  private static final Duration MAX_DURATION = Duration.ofMinutes(5);

  public MongoConfig {
    checkConnectionString(connectionString);
    DatabaseNames.checkPrefix(databasePrefix);
    checkBound("serverSelectionTimeout", serverSelectionTimeout);
    checkBound("connectTimeout", connectTimeout);
    checkBound("readTimeout", readTimeout);
    checkBound("operationTimeout", operationTimeout);
    checkBound("healthTimeout", healthTimeout);
    if (operationTimeout.compareTo(readTimeout) < 0) {
      throw new IllegalArgumentException(
          "operationTimeout: %s (expected: at least readTimeout, %s)"
              .formatted(operationTimeout, readTimeout));
    }
    if (maxConnections < 1 || maxConnections > 10_000) {
      throw new IllegalArgumentException(
          "maxConnections: " + maxConnections + " (expected: 1..10000)");
    }
  }

  /** The default limits. After a few seconds, a new attempt serves a waiting till better. */
  public static MongoConfig of(String connectionString) {
    return new MongoConfig(
        connectionString,
        DEFAULT_DATABASE_PREFIX,
        Duration.ofSeconds(2),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        50);
  }

  /** This configuration with another prefix of the database names. */
  public MongoConfig withDatabasePrefix(String prefix) {
    return new MongoConfig(
        connectionString,
        prefix,
        serverSelectionTimeout,
        connectTimeout,
        readTimeout,
        operationTimeout,
        healthTimeout,
        maxConnections);
  }

  /** Omits the connection string, which may contain a password. */
  @Override
  public String toString() {
    return ("MongoConfig[databasePrefix=%s, serverSelectionTimeout=%s, connectTimeout=%s,"
            + " readTimeout=%s, operationTimeout=%s, healthTimeout=%s, maxConnections=%d]")
        .formatted(
            databasePrefix,
            serverSelectionTimeout,
            connectTimeout,
            readTimeout,
            operationTimeout,
            healthTimeout,
            maxConnections);
  }

  private static void checkConnectionString(String connectionString) {
    try {
      new ConnectionString(connectionString);
    } catch (RuntimeException e) {
      // Neither the value nor the driver's message, which can quote it: both may contain a
      // password.
      throw new IllegalArgumentException(
          "connectionString: invalid (expected: mongodb://host:port or mongodb+srv://host)");
    }
  }

  private static void checkBound(String name, Duration bound) {
    if (bound.toMillis() < 1 || bound.compareTo(MAX_DURATION) > 0) {
      throw new IllegalArgumentException(
          "%s: %s (expected: PT0.001S..%s)".formatted(name, bound, MAX_DURATION));
    }
  }
}
