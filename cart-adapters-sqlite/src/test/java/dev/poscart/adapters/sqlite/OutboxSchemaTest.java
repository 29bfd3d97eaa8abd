package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.OutboxEntry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxSchemaTest {

  @TempDir private Path folder;

  @Test
  void aFileFromBeforeTheOutbox_getsADeliveryRecordForEachEntry() throws Exception {
    Path file = folder.resolve("poscart.db");
    Transaction sale = TransactionTestData.sale().make();
    SqliteStoreSet older = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    Await.result(older.transactions().append(sale));
    close(older);
    try (Session session = Session.open(file, Duration.ZERO)) {
      session.runOnce("DROP TRIGGER log_event");
      session.runOnce("DROP TABLE outbox");
      session.runOnce("DROP INDEX carts_parked");
      session.runOnce("ALTER TABLE carts DROP COLUMN parked_store");
      session.runOnce("ALTER TABLE carts DROP COLUMN parked_at");
      session.runOnce("DROP INDEX log_reverses");
      session.runOnce("ALTER TABLE log DROP COLUMN reverses");
      session.runOnce("DROP TABLE answers");
      session.runOnce("DROP INDEX carts_removable");
      session.runOnce("ALTER TABLE carts DROP COLUMN removable_since");
      session.runOnce("PRAGMA user_version=1");
    }

    SqliteStoreSet storeSet = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    List<OutboxEntry> due =
        Await.result(storeSet.outbox().findDue("A1234", sale.generatedAt(), 10));
    close(storeSet);

    assertThat(due).containsExactly(new OutboxEntry(sale, Delivery.pending(sale.generatedAt()), 1));
  }

  private static void close(SqliteStoreSet storeSet) {
    Await.result(storeSet.close().thenApply(closed -> true));
  }
}
