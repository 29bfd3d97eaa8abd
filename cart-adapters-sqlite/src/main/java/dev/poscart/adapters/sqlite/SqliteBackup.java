package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Copies a consistent snapshot of the database while a service writes to it. Copying the file by
 * other means would miss recent writes, which are in a second file.
 */
final class SqliteBackup {

  private final SqliteConfig source;
  private final Path target;
  private final Path unfinished;

  private SqliteBackup(SqliteConfig source, Path target) {
    this.source = source;
    this.target = target.toAbsolutePath();
    this.unfinished = this.target.resolveSibling(this.target.getFileName() + ".unfinished");
  }

  /**
   * Writes the copy to a temporary file, checks it, syncs it to disk and then renames it. See
   * {@link SqliteStoreSet#backUp}.
   */
  static long write(SqliteConfig source, Path target) {
    return new SqliteBackup(source, target).write();
  }

  private long write() {
    if (Files.exists(target)) {
      throw SqliteFailures.permanent(
          target + ": exists already (expected: the name of a new file)");
    }
    try {
      Files.deleteIfExists(unfinished);
      copy();
      new DataFile(unfinished, source.busyTimeout()).refuseDamage();
      sync(unfinished, StandardOpenOption.WRITE);
      Files.move(unfinished, target);
      syncFolder();
      return Files.size(target);
    } catch (IOException | SQLException e) {
      throw givenUp(SqliteFailures.unavailable(target + ": cannot write: " + e.getMessage(), e));
    } catch (PortException e) {
      throw givenUp(e);
    }
  }

  private void copy() throws IOException, SQLException {
    DataFile file = new DataFile(source.file(), source.busyTimeout());
    try (Session session = file.openToCopy()) {
      session.update("VACUUM INTO ?", unfinished.toString());
    }
  }

  private static void sync(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }

  private void syncFolder() {
    try {
      sync(target.resolveSibling(""), StandardOpenOption.READ);
    } catch (IOException e) {
      // Some platforms cannot open a directory; those that need the sync can.
    }
  }

  private PortException givenUp(PortException reason) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
    return reason;
  }
}
