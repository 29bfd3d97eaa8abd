package dev.poscart.adapters.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.event.ServerListener;
import java.util.concurrent.TimeUnit;

/** What the driver is told, and why. */
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
                    // After a broken connection the driver looks for the server again, at most so
                    // often; until it has, what became of a write cannot be asked.
                    .minHeartbeatFrequency(SOONEST_LOOK_MS, TimeUnit.MILLISECONDS))
        .applyToConnectionPoolSettings(pool -> pool.maxSize(config.maxConnections()))
        .build();
  }

  /**
   * What was acknowledged survives the loss of a server: written to the journals of a majority, and
   * nothing is read that a new primary could undo. The driver repeats a write once where the server
   * can tell a repetition; elsewhere the stores look what became of it.
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
