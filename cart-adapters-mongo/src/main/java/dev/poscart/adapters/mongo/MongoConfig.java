package dev.poscart.adapters.mongo;

import com.mongodb.ConnectionString;
import java.time.Duration;

/**
 * How to reach MongoDB, and how long to wait for it. The bounds here win over those of the
 * connection string; what else it says (credentials, TLS, replica set) holds.
 *
 * @param connectionString begins with {@code mongodb://} or {@code mongodb+srv://}; may hold a
 *     password and so is never printed
 * @param databasePrefix the databases are {@code <prefix>_<tenant>} and {@code <prefix>_commons}
 * @param serverSelectionTimeout how long to look for a primary
 * @param connectTimeout how long to wait for one connection
 * @param readTimeout how long to wait for the answer to one command
 * @param operationTimeout bound of one step, with server selection, the wait for a free connection
 *     and the driver's own repetition; a call to a port takes a few steps at most
 * @param healthTimeout bound of a health check
 * @param maxConnections size of the pool
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

  /** The prefix that the databases have where nobody says otherwise. */
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

  /** The default bounds: a till that waits longer than some seconds is served by its next try. */
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

  /** The same with other names for the databases. */
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

  /** All but the connection string, which may hold a password. */
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
      // Neither the value nor the driver's message, which can quote it: both may hold a password.
      throw new IllegalArgumentException(
          "connectionString: not readable (expected: mongodb://host:port or mongodb+srv://host)");
    }
  }

  private static void checkBound(String name, Duration bound) {
    if (bound.toMillis() < 1 || bound.compareTo(MAX_DURATION) > 0) {
      throw new IllegalArgumentException(
          "%s: %s (expected: PT0.001S..%s)".formatted(name, bound, MAX_DURATION));
    }
  }
}
