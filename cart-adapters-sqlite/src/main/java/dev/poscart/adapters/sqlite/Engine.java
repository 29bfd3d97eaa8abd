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
 * Runs operations on the database: one thread writes, some read, and some complete stages. Only
 * {@link #open} blocks the caller.
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
   * Opens the database for reading and writing.
   *
   * @throws dev.poscart.domain.port.PortException with the reason, if that fails
   */
  static Engine open(SqliteConfig config) {
    return open(config, Connections::open);
  }

  /** Opens the database read-only, possibly while another process writes to it; writes fail. */
  static Engine openToLook(SqliteConfig config) {
    return open(config, Connections::openToLook);
  }

  private static Engine open(SqliteConfig config, Opening opening) {
    try {
      return new Engine(config, opening.open(config));
    } catch (IOException | SQLException e) {
      throw SqliteFailures.unavailable(config.file() + ": cannot open: " + e.getMessage(), e);
    }
  }

  /** Reads. Sees every write that completed before. */
  <T> CompletionStage<T> read(Operation<T> operation) {
    return reads.submit(operation, false);
  }

  /** Writes. Once completed, the write survives a crash of the process. */
  <T> CompletionStage<T> write(Operation<T> operation) {
    return writes.submit(operation, false);
  }

  /** Writes. Once completed, the write is on disk and survives a power failure. */
  <T> CompletionStage<T> writeSynced(Operation<T> operation) {
    return writes.submit(operation, true);
  }

  /** Why the database refuses all operations until the next start; empty if it does not. */
  Optional<String> loss() {
    return guard.loss();
  }

  /** Why the disk took nothing of the last group of writes; empty if it did. */
  Optional<String> refusal() {
    return writer.refusal();
  }

  /** The number of commits. */
  long commits() {
    return writer.commits();
  }

  /** The number of commits that were synced to disk. */
  long syncedCommits() {
    return writer.syncedCommits();
  }

  /**
   * Accepts no more operations, finishes those queued and closes the database. Idempotent.
   *
   * @return fails with {@link java.util.concurrent.TimeoutException} if that takes too long; it
   *     continues nevertheless
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

  // The writer closes its connection last, because closing the last connection moves the write-
  // ahead log into the database.
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
      LOG.warn("cannot release the lock; it is released when the process ends", e);
    }
  }

  /** Opens the connections. */
  @FunctionalInterface
  private interface Opening {
    Connections open(SqliteConfig config) throws IOException, SQLException;
  }
}
