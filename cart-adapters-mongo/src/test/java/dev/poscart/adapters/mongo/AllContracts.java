package dev.poscart.adapters.mongo;

import dev.poscart.domain.fixtures.CartStoreContract;
import dev.poscart.domain.fixtures.IdempotencyStoreContract;
import dev.poscart.domain.fixtures.OutboxContract;
import dev.poscart.domain.fixtures.ReferenceDataContract;
import dev.poscart.domain.fixtures.ReferencePorts;
import dev.poscart.domain.fixtures.TransactionLogContract;
import dev.poscart.domain.fixtures.TransactionQueryContract;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.TransactionLog;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** What the ports promise, kept by the stores on one kind of server. */
abstract class AllContracts {

  /** Opens stores without data that tell the time by this clock. */
  abstract MongoStoreSet open(Clock clock) throws Exception;

  final MongoStoreSet open() throws Exception {
    return open(Clock.systemUTC());
  }

  /** Takes back what {@link #open} made. */
  abstract void shut() throws Exception;

  @Nested
  class Carts extends CartStoreContract {

    @Override
    protected CartStore newStore(Clock clock) throws Exception {
      return AllContracts.this.open(clock).carts();
    }

    @Override
    protected void close() throws Exception {
      AllContracts.this.shut();
    }
  }

  @Nested
  class Answers extends IdempotencyStoreContract {

    @Override
    protected IdempotencyStore newStore(int maxPerTerminal) throws Exception {
      return AllContracts.this.open().idempotency(maxPerTerminal);
    }

    @Override
    protected void close() throws Exception {
      AllContracts.this.shut();
    }
  }

  @Nested
  class Log extends TransactionLogContract {

    @Override
    protected TransactionLog newLog() throws Exception {
      return AllContracts.this.open().transactions();
    }

    @Override
    protected void close() throws Exception {
      AllContracts.this.shut();
    }
  }

  @Nested
  class Events extends OutboxContract {

    @Override
    protected LogAndOutbox newStores() throws Exception {
      MongoStoreSet storeSet = AllContracts.this.open();
      return new LogAndOutbox(storeSet.transactions(), storeSet.outbox());
    }

    @Override
    protected void close() throws Exception {
      AllContracts.this.shut();
    }
  }

  @Nested
  class Queries extends TransactionQueryContract {

    @Override
    protected TransactionLog newLog() throws Exception {
      return AllContracts.this.open().transactions();
    }

    @Override
    protected void close() throws Exception {
      AllContracts.this.shut();
    }
  }

  @Nested
  class Reference extends ReferenceDataContract {

    @Override
    protected ReferencePorts newReferenceData() throws Exception {
      MongoStoreSet storeSet = AllContracts.this.open();
      return new ReferencePorts(
          storeSet.referenceLoader(),
          storeSet.terminals(),
          storeSet.storeDirectory(),
          storeSet.paymentMethods(),
          storeSet.taxes(),
          storeSet.settings(),
          storeSet.promotions());
    }

    @Override
    protected void close() throws Exception {
      AllContracts.this.shut();
    }
  }
}
