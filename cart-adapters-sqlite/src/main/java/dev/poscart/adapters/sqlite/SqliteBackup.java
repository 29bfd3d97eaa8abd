package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * Copies the file as it is at one moment, while a service goes on writing to it. Copying it by
 * other means would tear it apart: what was written last stands in a second file beside it.
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
   * Writes the copy: in one file, checked, on the disk, and under its name only when it is all of
   * that. See {@link SqliteStoreSet#backUp}.
   */
  static long write(SqliteConfig source, Path target) {
    return new SqliteBackup(source, target).write();
  }

  private long write() {
    if (Files.exists(target)) {
      throw SqliteFailures.permanent(
          target + ": is there already (expected: the name of a new file)");
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
      throw givenUp(
          SqliteFailures.unavailable(target + ": cannot be written: " + e.getMessage(), e));
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
      // Not every system lets a folder be opened; those that need it do.
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
