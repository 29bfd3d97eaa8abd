package dev.poscart.app;

import dev.poscart.adapters.sqlite.SqliteStoreSet;
import dev.poscart.app.config.CommandLine.Request;
import dev.poscart.app.config.ConfigurationException;
import dev.poscart.app.config.DataLocation;

/** The command that copies the embedded database. */
final class Backup {

  private Backup() {}

  /**
   * Copies, and waits for the disk.
   *
   * @return a sentence that says what was written
   * @throws dev.poscart.domain.port.PortException if there is no copy then, saying why
   * @throws ConfigurationException if the data are not in the embedded database
   */
  static String run(Request.Backup request) {
    DataLocation location = DataLocation.read(request.values());
    if (location.mongodbUri().isPresent()) {
      throw new ConfigurationException(
          "MONGODB_URI is set (expected: the embedded database; MongoDB has tools of its own)");
    }
    long bytes = SqliteStoreSet.backUp(StoreSet.sqliteConfig(location.dataDir()), request.target());
    return "backup of %s: %s, %d bytes".formatted(location.dataDir(), request.target(), bytes);
  }
}
