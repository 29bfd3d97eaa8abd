package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that read, each with a connection of its own. */
final class Readers {

  private static final Logger LOG = LoggerFactory.getLogger(Readers.class);

  private final OperationQueue queue;
  private final FileGuard guard;
  private final AtomicInteger present;

  Readers(OperationQueue queue, int threads, FileGuard guard) {
    this.queue = queue;
    this.guard = guard;
    this.present = new AtomicInteger(threads);
  }

  /** The main loop of one thread. */
  void serve(Session session) {
    try (session) {
      List<QueuedOperation<?>> one = queue.take(1);
      while (!one.isEmpty()) {
        one.forEach(operation -> answer(session, operation));
        one = queue.take(1);
      }
    } catch (InterruptedException e) {
      LOG.warn("a reader thread was interrupted and ends");
    } catch (SQLException e) {
      LOG.warn("cannot close a reader's connection properly", e);
    } finally {
      if (present.decrementAndGet() == 0) {
        queue.end();
      }
    }
  }

  // Catches everything, so that the thread continues and the caller gets the failure.
  private void answer(Session session, QueuedOperation<?> operation) {
    try {
      guard.compareNowAndThen();
      operation.perform(session);
    } catch (PortException e) {
      operation.fail(e);
    } catch (Throwable e) {
      LOG.error("unexpected failure of a read", e);
      operation.fail(SqliteFailures.of(e));
    }
    queue.settle(operation);
  }
}
