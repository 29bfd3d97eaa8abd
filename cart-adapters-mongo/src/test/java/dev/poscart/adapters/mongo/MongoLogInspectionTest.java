package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CheckedLog;
import dev.poscart.domain.model.LogPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an audit finds in MongoDB's documents. */
class MongoLogInspectionTest {

  private final WireServer server = WireServer.start();
  private final MongoStoreSet storeSet = TestStores.open(server.connectionString());
  private final MongoTampering tampering =
      new MongoTampering(server.connectionString(), "test_A1234");
  private final CheckedLog checked =
      CheckedLog.trade(storeSet.transactions(), storeSet::inspection);

  @AfterEach
  void close() {
    tampering.close();
    TestStores.close(storeSet);
    server.close();
  }

  @Test
  void fieldsThatContradictTheTransaction_areReported() throws Exception {
    LogPosition back = new LogPosition(TERMINAL, 4);
    tampering.alter(back, "reverses", "reversal:9:2:5678");

    assertThat(checked.findings())
        .contains("5678/9 no. 4: reverses: reversal:9:2:5678 (expected: reversal:9:1:5678)");
  }

  @Test
  void anEntryWithoutATerminal_isReported() throws Exception {
    tampering.alter(new LogPosition(TERMINAL, 5), "tenant_id", "Z9999");

    assertThat(checked.findings())
        .containsExactly(
            "A1234: entry A1234-5678-9/5: is stored at tenant Z9999, store 5678, terminal 9, no. 5"
                + " (expected: a till of this tenant)");
  }

  @Test
  void aFractionalNumber_isReported() throws Exception {
    tampering.alter(new LogPosition(TERMINAL, 5), "transaction_no", 5.5);

    assertThat(checked.findings()).singleElement().asString().contains("A1234-5678-9/5", "no. 5.5");
  }

  @Test
  void anInfiniteAmount_isReported_andTheRestChecked() throws Exception {
    tampering.alter(new LogPosition(TERMINAL, 2), "sales.total_amount", Double.POSITIVE_INFINITY);
    tampering.alter(new LogPosition(TERMINAL, 5), "note", "x");

    assertThat(checked.findings())
        .anyMatch(line -> line.startsWith("5678/9 no. 2: document: "))
        .anyMatch(line -> line.startsWith("5678/9 no. 5: altered: "));
  }
}
