package dev.poscart.adapters.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lock and the connections of a database, opened together; if one of them fails, none stays
 * open.
 */
record Connections(
    Optional<ExclusiveUse> lock, Session writing, List<Session> reading, FileGuard guard) {

  static Connections open(SqliteConfig config) throws IOException, SQLException {
    Path folder = config.file().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    DataFile file = new DataFile(config.file(), config.busyTimeout());
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      ExclusiveUse lock = ExclusiveUse.of(config.file());
      opened.add(lock);
      Session writing = file.openForWriting();
      opened.add(writing);
      List<Session> reading = new ArrayList<>();
      for (int i = 0; i < config.readerThreads(); i++) {
        Session session = file.openForReading();
        opened.add(session);
        reading.add(session);
      }
      FileGuard guard = FileGuard.of(config.file(), writing);
      return new Connections(Optional.of(lock), writing, List.copyOf(reading), guard);
    } catch (IOException | SQLException | RuntimeException e) {
      closeAll(opened, e);
      throw e;
    }
  }

  /** Opens a database read-only, possibly while another process writes to it. */
  static Connections openToLook(SqliteConfig config) throws IOException, SQLException {
    DataFile file = new DataFile(config.file(), config.busyTimeout());
    Session refused = file.openToLook();
    try {
      return new Connections(
          Optional.empty(), refused, List.of(file.openToLook()), FileGuard.none());
    } catch (IOException | SQLException | RuntimeException e) {
      closeAll(List.of(refused), e);
      throw e;
    }
  }

  private static void closeAll(List<? extends AutoCloseable> opened, Exception reason) {
    for (int i = opened.size() - 1; i >= 0; i--) {
      try {
        opened.get(i).close();
      } catch (Exception e) {
        reason.addSuppressed(e);
      }
    }
  }
}
