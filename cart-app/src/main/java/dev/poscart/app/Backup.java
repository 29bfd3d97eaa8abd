package dev.poscart.app;

import dev.poscart.adapters.sqlite.SqliteStoreSet;
import dev.poscart.app.config.CommandLine.Request;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.DataLocation;

/** The {@code backup} command: copies the embedded database to a new file. */
final class Backup {

  private Backup() {}

  /**
   * Copies the database and waits until the copy is on disk.
   *
   * @return a message that says what was written
   * @throws dev.poscart.domain.port.PortException if the copy failed, with the reason
   * @throws ConfigurationException if the data is not in the embedded database
   */
  static String run(Request.Backup request) {
    DataLocation location = DataLocation.read(request.values());
    if (location.mongodbUri().isPresent()) {
      throw new ConfigurationException(
          "MONGODB_URI: set (expected: not set, because backup copies the embedded database only;"
              + " use MongoDB's own tools)");
    }
    long bytes = SqliteStoreSet.backUp(StoreSet.sqliteConfig(location.dataDir()), request.target());
    return "backup of %s: %s, %d bytes".formatted(location.dataDir(), request.target(), bytes);
  }
}
