package dev.poscart.adapters.sqlite;

import dev.poscart.domain.port.PortException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that answer questions, each from its own connection. */
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

  /** What one of the threads does for its whole life. */
  void serve(Session session) {
    try (session) {
      List<QueuedOperation<?>> one = queue.take(1);
      while (!one.isEmpty()) {
        one.forEach(operation -> answer(session, operation));
        one = queue.take(1);
      }
    } catch (InterruptedException e) {
      LOG.warn("a reader was interrupted");
    } catch (SQLException e) {
      LOG.warn("a reader's connection could not be closed properly", e);
    } finally {
      if (present.decrementAndGet() == 0) {
        queue.end();
      }
    }
  }

  // Whatever happens, the thread lives on and the caller hears of it.
  private void answer(Session session, QueuedOperation<?> operation) {
    try {
      guard.compareNowAndThen();
      operation.perform(session);
    } catch (PortException e) {
      operation.fail(e);
    } catch (Throwable e) {
      LOG.error("a read failed", e);
      operation.fail(SqliteFailures.of(e));
    }
    queue.settle(operation);
  }
}
