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
  void aFileWithoutOutbox_getsADeliveryRecordForEachEntry() throws Exception {
    Path file = folder.resolve("poscart.db");
    Transaction sale = TransactionTestData.sale().make();
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, OlderSchemas.upTo(1)).bringUpToDate(session);
      OlderSchemas.log(session, sale);
    }

    SqliteStoreSet storeSet = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    List<OutboxEntry> due =
        Await.result(storeSet.outbox().findDue("A1234", sale.generatedAt(), 10));
    Await.result(storeSet.close().thenApply(closed -> true));

    assertThat(due).containsExactly(new OutboxEntry(sale, Delivery.pending(sale.generatedAt()), 1));
  }
}
