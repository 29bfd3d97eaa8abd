package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the files that are open with those that have their names. Most systems let an open file
 * be deleted, moved or replaced: what is written to it is lost with the process, and a second
 * process can lock the file that has the name now.
 *
 * <p>A difference is final until the next start, even if the same files come back: what was done to
 * them meanwhile is found by the checks of a start. Where files have no keys (Windows), the system
 * itself keeps an open file from being deleted or moved; only presence and content are compared.
 */
final class FileGuard implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(FileGuard.class);

  /** Readers make do with a comparison that is no older than this. */
  private static final Duration FRESH = Duration.ofMillis(100);

  private final Path folder;
  private final List<OpenFile> files;
  private final Closeable overwriting;
  private volatile long comparedAt = System.nanoTime();
  private volatile Optional<String> loss = Optional.empty();

  private FileGuard(Path folder, List<OpenFile> files, Closeable overwriting) {
    this.folder = folder;
    this.files = files;
    this.overwriting = overwriting;
  }

  /**
   * @param file a database that SQLite has open, with its log and its lock
   * @param session the one that writes
   */
  static FileGuard of(Path file, Session session) throws IOException {
    OverwriteCheck overwriting = OverwriteCheck.of(file, session);
    return new FileGuard(
        file.resolveSibling(""),
        List.of(
            OpenFile.of(file, "", overwriting::ofDatabase),
            OpenFile.of(file, "-wal", overwriting::ofLog),
            OpenFile.of(file, ".lock", OpenFile.Content.ANY)),
        overwriting);
  }

  /** For a process that does not write: guards nothing. */
  static FileGuard none() {
    return new FileGuard(Path.of(""), List.of(), () -> {});
  }

  /**
   * Compares files and contents. For the writer's thread only.
   *
   * @throws PortException if there is a difference, or was one
   */
  void compare() {
    compare(true);
  }

  /**
   * Compares the files, unless that was done just now.
   *
   * @throws PortException if there is a difference, or was one
   */
  void compareNowAndThen() {
    if (loss.isPresent() || System.nanoTime() - comparedAt > FRESH.toNanos()) {
      compare(false);
    }
  }

  /** The cause of a failure: that the files were lost, or else the failure itself. */
  PortException lossOr(PortException failure) {
    try {
      compare();
      return failure;
    } catch (PortException e) {
      return loss.isPresent() ? e : failure;
    }
  }

  /** What was done to the files, in a sentence; empty: nothing that is known. */
  Optional<String> loss() {
    return loss;
  }

  private void compare(boolean contents) {
    try {
      for (OpenFile file : loss.isPresent() ? List.<OpenFile>of() : files) {
        file.difference(contents)
            .ifPresent(difference -> lose(file.path().getFileName() + " " + difference));
      }
      comparedAt = System.nanoTime();
    } catch (IOException | SQLException e) {
      throw SqliteFailures.unavailable(folder + ": the open files cannot be compared: " + e, e);
    }
    loss.ifPresent(
        sentence -> {
          throw SqliteFailures.lost(sentence);
        });
  }

  private synchronized void lose(String what) {
    if (loss.isEmpty()) {
      String sentence =
          what
              + " while the service was running: put the files back or restore a backup, then restart"
              + " the service; until then it accepts nothing";
      LOG.error("{}: {}", folder, sentence);
      loss = Optional.of(sentence);
    }
  }

  /** Only after all sessions are closed. */
  @Override
  public void close() throws IOException {
    overwriting.close();
  }
}
