package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that changes the database. It takes the queued operations and commits them as one
 * group, which spreads the cost of a commit over many callers. A group with an operation that
 * fails, which is rare, is undone and performed again with a savepoint for each, so that the
 * failure does not affect the others.
 *
 * <p>A commit with {@code synchronous=NORMAL} hands the change to the operating system: it survives
 * a crash of the process. With {@code FULL} it is on disk as well, together with all commits before
 * it, since they share one write-ahead log. A group is committed with {@code FULL} if any of its
 * operations asks for it, so a transaction on disk never refers to a cart change that is not.
 */
final class Writer implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final Session session;
  private final OperationQueue queue;
  private final int groupSize;
  private final FileGuard guard;
  private final LongAdder commits = new LongAdder();
  private final LongAdder syncedCommits = new LongAdder();
  private volatile Optional<String> refusal = Optional.empty();
  private boolean syncing = true;

  /**
   * @param session a connection with {@code synchronous=FULL}
   */
  Writer(Session session, OperationQueue queue, int groupSize, FileGuard guard) {
    this.session = session;
    this.queue = queue;
    this.groupSize = groupSize;
    this.guard = guard;
  }

  /** The number of commits. */
  long commits() {
    return commits.sum();
  }

  /** The number of commits that were synced to disk. */
  long syncedCommits() {
    return syncedCommits.sum();
  }

  /** Why the disk took nothing of the last group of writes; empty if it did. */
  Optional<String> refusal() {
    return refusal;
  }

  @Override
  public void run() {
    try {
      List<QueuedOperation<?>> group = queue.take(groupSize);
      while (!group.isEmpty()) {
        process(group);
        group = queue.take(groupSize);
      }
    } catch (InterruptedException e) {
      LOG.warn("the writer thread was interrupted; queued writes are refused");
    } finally {
      close();
      queue.end();
    }
  }

  // Closing the last connection moves the log into the database and deletes the file with the log's
  // name. If that file is not the one SQLite opened, the connection is left open until the process
  // ends.
  private void close() {
    try {
      guard.compare();
      session.close();
    } catch (PortException e) {
      LOG.debug("leaving the database open until the process ends: {}", e.getMessage());
    } catch (SQLException e) {
      LOG.warn("cannot close the database properly", e);
    }
  }

  // Catches everything, so that the thread continues and every caller gets the failure.
  private void process(List<QueuedOperation<?>> group) {
    try {
      guard.compare();
      performAll(group);
      commit();
      // Acknowledged writes must have been committed to the files with these names.
      guard.compare();
      refusal =
          group.stream()
              .flatMap(operation -> operation.failure().stream())
              .flatMap(failure -> refused(SqliteFailures.of(failure)).stream())
              .findFirst();
    } catch (Throwable e) {
      session.rollBack(e);
      PortException failure = guard.lossOr(SqliteFailures.of(e));
      refusal = refused(failure);
      tell(failure, group.size());
      group.forEach(operation -> operation.fail(failure));
    }
    group.forEach(queue::settle);
  }

  private static Optional<String> refused(PortException failure) {
    return switch (failure.category()) {
      case UNAVAILABLE, TIMEOUT -> Optional.of(failure.detail());
      default -> Optional.empty();
    };
  }

  /**
   * A temporary failure is logged without a stack trace, which would fill a full disk even further.
   * A loss of the files has already been logged where it was detected.
   */
  private static void tell(PortException failure, int writes) {
    if (failure.retryAfter().isPresent()) {
      LOG.debug("a group of {} writes failed: {}", writes, failure.getMessage());
    } else if (failure.category() == PortException.Category.PERMANENT_FAILURE) {
      LOG.error("a group of {} writes failed", writes, failure);
    } else {
      LOG.warn("a group of {} writes failed: {}", writes, failure.getMessage());
    }
  }

  private void performAll(List<QueuedOperation<?>> group) throws Exception {
    syncIf(group.stream().anyMatch(QueuedOperation::synced));
    session.run("BEGIN IMMEDIATE");
    for (QueuedOperation<?> operation : group) {
      operation.perform(session);
      if (operation.failure().isPresent()) {
        session.rollBack(operation.failure().get());
        performOneByOne(group);
        return;
      }
    }
  }

  private void performOneByOne(List<QueuedOperation<?>> group) throws Exception {
    session.run("BEGIN IMMEDIATE");
    for (QueuedOperation<?> operation : group) {
      session.run("SAVEPOINT one");
      operation.perform(session);
      if (operation.failure().isPresent()) {
        undo(operation.failure().get());
      }
      session.run("RELEASE one");
    }
  }

  // On some errors SQLite rolls back the whole transaction, including the savepoint.
  private void undo(Exception failure) throws Exception {
    try {
      session.run("ROLLBACK TO one");
    } catch (SQLException e) {
      failure.addSuppressed(e);
      throw failure;
    }
  }

  private void commit() {
    try {
      session.run("COMMIT");
      commits.increment();
      if (syncing) {
        syncedCommits.increment();
      }
    } catch (SQLException e) {
      throw SqliteFailures.atCommit(e);
    }
  }

  // This pragma has no effect within a transaction.
  private void syncIf(boolean wanted) throws SQLException {
    if (wanted != syncing) {
      session.run(wanted ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
      syncing = wanted;
    }
  }
}
