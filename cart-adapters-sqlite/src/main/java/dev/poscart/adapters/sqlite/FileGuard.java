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
 * Checks that the open files are still the ones their names refer to. Most platforms allow an open
 * file to be deleted, moved or replaced: what is written to it is lost when the process ends, and a
 * second process can lock the new file of that name.
 *
 * <p>A difference is final until the next start, even if the same files come back: the checks at
 * startup find what happened to them in between. Where files have no keys (Windows), the platform
 * itself prevents open files from being deleted or moved, and only existence and content are
 * checked.
 */
final class FileGuard implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(FileGuard.class);

  /** Readers accept a check that is no older than this. */
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
   * @param file a database opened by SQLite, with its write-ahead log and its lock
   * @param session the connection that writes
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

  /** A guard that checks nothing, for a process that does not write. */
  static FileGuard none() {
    return new FileGuard(Path.of(""), List.of(), () -> {});
  }

  /**
   * Checks files and contents. Call on the writer thread only.
   *
   * @throws PortException if there is a difference now or was one before
   */
  void compare() {
    compare(true);
  }

  /**
   * Checks the files, unless that was done a moment ago.
   *
   * @throws PortException if there is a difference now or was one before
   */
  void compareNowAndThen() {
    if (loss.isPresent() || System.nanoTime() - comparedAt > FRESH.toNanos()) {
      compare(false);
    }
  }

  /** The loss of the files if that is what caused the failure, otherwise the failure itself. */
  PortException lossOr(PortException failure) {
    try {
      compare();
      return failure;
    } catch (PortException e) {
      return loss.isPresent() ? e : failure;
    }
  }

  /** What happened to the files, as a message; empty if no difference was found. */
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
      throw SqliteFailures.unavailable(folder + ": cannot check the open files: " + e, e);
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

  /** Call only after all connections are closed. */
  @Override
  public void close() throws IOException {
    overwriting.close();
  }
}
