package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static dev.poscart.domain.fixtures.TransactionTestData.sale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog.Appended;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file whose entries may have one receipt counter twice is upgraded. */
class ReceiptCounterSchemaTest extends DataFileFixture {

  @Test
  void oldEntries_areReadable_andCountersOfNewOnesAreKeptApart() throws Exception {
    Transaction first = sale().counted(1, 43).make();
    Transaction second = sale().counted(2, 43).claim("cart:2").make();
    Files.createDirectories(folder.resolve("data"));
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, OlderSchemas.upTo(6)).bringUpToDate(session);
      for (Transaction entry : List.of(first, second)) {
        OlderSchemas.log(session, entry);
      }
      Schema.of(file, OlderSchemas.upTo(10)).bringUpToDate(session);
    }
    SqliteStoreSet storeSet = open();

    assertThat(result(storeSet.transactions().find(TERMINAL, 1))).contains(first);
    assertThat(result(storeSet.transactions().find(TERMINAL, 2))).contains(second);
    assertThat(append(storeSet, sale().counted(3, 43).claim("cart:3").makeAt(3)))
        .isEqualTo(new Appended.Done());
    assertThat(append(storeSet, sale().counted(4, 43).claim("cart:4").makeAt(4)))
        .isEqualTo(new Appended.NumberTaken(new HighestNumbers(3, 43)));
    result(storeSet.close().thenApply(closed -> true));
  }

  private static Appended append(SqliteStoreSet storeSet, Transaction entry) {
    return result(storeSet.transactions().append(entry));
  }
}
