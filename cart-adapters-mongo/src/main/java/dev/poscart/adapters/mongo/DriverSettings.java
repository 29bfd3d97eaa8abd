package dev.poscart.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.event.ServerListener;
import java.util.concurrent.TimeUnit;

/** The settings of the driver, with the reasons for them. */
final class DriverSettings {

  private static final long SOONEST_LOOK_MS = 100;

  private DriverSettings() {}

  static MongoClientSettings of(MongoConfig config, ServerListener listener) {
    ConnectionString connection = new ConnectionString(config.connectionString());
    MongoClientSettings.Builder settings =
        MongoClientSettings.builder().applyConnectionString(connection);
    promises(settings);
    bounds(settings, config);
    return settings
        .applyToServerSettings(
            server ->
                server
                    .addServerListener(listener)
                    // After a connection breaks, the driver checks the server again, but no more
                    // often than this. Until then, the outcome of a write cannot be determined.
                    .minHeartbeatFrequency(SOONEST_LOOK_MS, TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(config.maxConnections()))
        .build();
  }

  /**
   * An acknowledged write survives the loss of a server: it is in the journals of a majority, and
   * nothing is read that a new primary could roll back. The driver retries a write once if the
   * server can detect the duplicate; otherwise the stores look up its outcome.
   */
  private static void promises(MongoClientSettings.Builder settings) {
    settings
        .writeConcern(WriteConcern.MAJORITY.withJournal(true))
        .readConcern(ReadConcern.MAJORITY)
        .readPreference(ReadPreference.primary())
        .retryWrites(true)
        .retryReads(true);
  }

  private static void bounds(MongoClientSettings.Builder settings, MongoConfig config) {
    settings
        .applyToClusterSettings(
            cluster ->
                cluster.serverSelectionTimeout(
                    config.serverSelectionTimeout().toMillis(), TimeUnit.MILLISECONDS))
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                    .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(
            pool -> pool.maxWaitTime(config.operationTimeout().toMillis(), TimeUnit.MILLISECONDS));
  }
}
