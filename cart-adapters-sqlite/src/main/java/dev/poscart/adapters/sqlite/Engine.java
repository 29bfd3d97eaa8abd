package dev.poscart.adapters.sqlite;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads around the file: one that writes, some that read, some that tell. No method but
 * {@link #open} makes the caller wait.
 */
final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private final SqliteConfig config;
  private final CompletionThreads completions;
  private final OperationQueue reads;
  private final OperationQueue writes;
  private final FileGuard guard;
  private final Writer writer;
  private final CompletableFuture<Void> closed;

  private Engine(SqliteConfig config, Connections connections) {
    this.config = config;
    this.completions = new CompletionThreads(config.completionThreads());
    this.reads = new OperationQueue("reads", config.queueBound(), completions);
    this.writes = new OperationQueue("writes", config.queueBound(), completions);
    this.guard = connections.guard();
    this.writer = new Writer(connections.writing(), writes, config.groupSize(), guard);
    CompletableFuture<Void> readersStopped = startReaders(connections.reading());
    CompletableFuture<Void> writerStopped = DaemonThreads.start("sqlite-writer", writer);
    this.closed = whenStopped(readersStopped, writerStopped, connections.lock());
  }

  /**
   * Opens the file.
   *
   * @throws dev.poscart.domain.port.PortException saying what is wrong with it
   */
  static Engine open(SqliteConfig config) {
    return open(config, Connections::open);
  }

  /** Opens the file beside whoever writes to it; writes fail. */
  static Engine openToLook(SqliteConfig config) {
    return open(config, Connections::openToLook);
  }

  private static Engine open(SqliteConfig config, Opening opening) {
    try {
      return new Engine(config, opening.open(config));
    } catch (IOException | SQLException e) {
      throw SqliteFailures.unavailable(config.file() + ": cannot be opened: " + e.getMessage(), e);
    }
  }

  /** Asks; sees every write that was told before. */
  <T> CompletionStage<T> read(Operation<T> operation) {
    return reads.submit(operation, false);
  }

  /** Writes; once told, it survives a kill of the process. */
  <T> CompletionStage<T> write(Operation<T> operation) {
    return writes.submit(operation, false);
  }

  /** Writes; once told, it is on the disk. */
  <T> CompletionStage<T> writeSynced(Operation<T> operation) {
    return writes.submit(operation, true);
  }

  /** Why nothing is accepted until the next start, in a sentence; empty: it is accepted. */
  Optional<String> loss() {
    return guard.loss();
  }

  /** How many groups were committed. */
  long commits() {
    return writer.commits();
  }

  /** How many of them were synced to disk. */
  long syncedCommits() {
    return writer.syncedCommits();
  }

  /**
   * Accepts no more, finishes what is queued and closes the file. May be asked again.
   *
   * @return fails with {@link java.util.concurrent.TimeoutException} if that takes too long; it
   *     goes on nevertheless
   */
  CompletionStage<Void> close() {
    writes.refuseNew();
    reads.close();
    return closed.copy().orTimeout(config.closeTimeout().toMillis(), MILLISECONDS);
  }

  private CompletableFuture<Void> startReaders(List<Session> sessions) {
    Readers readers = new Readers(reads, sessions.size(), guard);
    return CompletableFuture.allOf(
        sessions.stream()
            .map(session -> DaemonThreads.start("sqlite-reader", () -> readers.serve(session)))
            .toArray(CompletableFuture<?>[]::new));
  }

  // The writer leaves last: closing the last connection brings the write-ahead log into the file.
  private CompletableFuture<Void> whenStopped(
      CompletableFuture<Void> readersStopped,
      CompletableFuture<Void> writerStopped,
      Optional<ExclusiveUse> lock) {
    return readersStopped
        .thenRun(writes::close)
        .thenCompose(nothing -> writerStopped)
        .thenRun(() -> release(lock))
        .thenCompose(nothing -> completions.end());
  }

  private void release(Optional<ExclusiveUse> lock) {
    try {
      if (guard.loss().isEmpty()) {
        guard.close();
      }
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException | SQLException e) {
      LOG.warn("the lock could not be released before the end of the process", e);
    }
  }

  /** A way to open the file. */
  @FunctionalInterface
  private interface Opening {
    Connections open(SqliteConfig config) throws IOException, SQLException;
  }
}
