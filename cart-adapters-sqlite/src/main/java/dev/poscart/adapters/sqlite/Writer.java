package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that changes the file. It takes what is queued and commits it as one group, so
 * that many callers share the price of one commit. Each operation has a savepoint: one that fails
 * undoes itself and nothing else.
 *
 * <p>A commit with {@code synchronous=NORMAL} hands the change to the operating system: it survives
 * a kill of the process. With {@code FULL} it is on the disk as well, and so is every commit before
 * it, since all share one write-ahead log. A group is committed with {@code FULL} if any one of its
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
  private boolean syncing = true;

  /**
   * @param session commits with {@code synchronous=FULL}
   */
  Writer(Session session, OperationQueue queue, int groupSize, FileGuard guard) {
    this.session = session;
    this.queue = queue;
    this.groupSize = groupSize;
    this.guard = guard;
  }

  /** How many groups were committed. */
  long commits() {
    return commits.sum();
  }

  /** How many of them were synced to disk. */
  long syncedCommits() {
    return syncedCommits.sum();
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
      LOG.warn("the writer was interrupted; what is queued is refused");
    } finally {
      close();
      queue.end();
    }
  }

  // The last session to be closed writes the log into the database and deletes the file that has
  // the log's name: if that is somebody else's, only the end of the process closes the session.
  private void close() {
    try {
      guard.compare();
      session.close();
    } catch (PortException e) {
      LOG.debug("the file is left to the end of the process: {}", e.getMessage());
    } catch (SQLException e) {
      LOG.warn("the file could not be closed properly", e);
    }
  }

  // Whatever happens, the thread lives on and every caller hears of it.
  private void process(List<QueuedOperation<?>> group) {
    try {
      guard.compare();
      performAll(group);
      commit();
      // What is acknowledged was in the files of these names when it was committed.
      guard.compare();
    } catch (Throwable e) {
      session.rollBack(e);
      PortException failure = guard.lossOr(SqliteFailures.of(e));
      tell(failure, group.size());
      group.forEach(operation -> operation.fail(failure));
    }
    group.forEach(queue::settle);
  }

  /**
   * What passes is said in a line: stack traces of all that is refused would fill a full disk. What
   * lasts has been said by whoever noticed it.
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
      session.run("SAVEPOINT one");
      operation.perform(session);
      if (operation.failure().isPresent()) {
        undo(operation.failure().get());
      }
      session.run("RELEASE one");
    }
  }

  // SQLite gives up the whole transaction on some errors, and the savepoint with it.
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

  // Can only be changed between transactions.
  private void syncIf(boolean wanted) throws SQLException {
    if (wanted != syncing) {
      session.run(wanted ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
      syncing = wanted;
    }
  }
}
