package dev.poscart.app;

import dev.poscart.app.config.Arguments.Request;
import dev.poscart.app.config.DataLocation;

/** The {@code backup} command: copies the embedded database to a new file. */
final class Backup {

  private Backup() {}

  /**
   * Copies the database and waits until the copy is on disk; see {@link Databases#backUp}.
   *
   * @return a message that says what was written
   */
  static String run(Request.Backup request) {
    DataLocation location = DataLocation.read(request.values());
    long bytes = Databases.backUp(location, request.target());
    return "backup of %s: %s, %d bytes".formatted(location.dataDir(), request.target(), bytes);
  }
}
