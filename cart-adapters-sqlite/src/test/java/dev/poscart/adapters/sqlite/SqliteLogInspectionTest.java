package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CheckedLog;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.PortException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log is checked through a second connection while the service has the file open. */
@Slow
class SqliteLogInspectionTest {

  private static final Map<String, String> WRONG =
      Map.ofEntries(
          Map.entry("other_no", "position + 1"),
          Map.entry("receipt_no", "receipt_no + 1"),
          Map.entry("claim", "claim || 'x'"),
          Map.entry("type", "102"),
          Map.entry("business_date", "'20251122'"),
          Map.entry("open_counter", "2"),
          Map.entry("business_counter", "8"),
          Map.entry("is_cancelled", "1"),
          Map.entry("generated_at", "generated_at + 1"),
          Map.entry("staff", "'S666'"),
          Map.entry("total_amount", "'p0270.5'"),
          Map.entry("total_amount_with_tax", "'p0270.5'"),
          Map.entry("total_quantity", "3"),
          Map.entry("reverses", "'reversal:9:1:5678'"));

  @TempDir private Path folder;
  private final List<SqliteStoreSet> opened = new ArrayList<>();
  private SqliteTampering tampering;
  private CheckedLog checked;

  @BeforeEach
  void trade() {
    SqliteStoreSet storeSet = SqliteStoreSet.open(config(), Clock.systemUTC());
    opened.add(storeSet);
    tampering = new SqliteTampering(config().file());
    checked = CheckedLog.trade(storeSet.transactions(), this::inspection);
  }

  private LogInspection inspection() {
    SqliteStoreSet storeSet = SqliteStoreSet.openToLook(config());
    opened.add(storeSet);
    return storeSet.inspection();
  }

  @AfterEach
  void close() {
    for (SqliteStoreSet storeSet : opened) {
      Await.result(storeSet.close().thenApply(closed -> true));
    }
  }

  @Test
  void anyColumnThatContradictsTheBody_isReported() throws Exception {
    for (Map.Entry<String, String> column : WRONG.entrySet()) {
      String name = column.getKey();
      tampering.update(new LogPosition(TERMINAL, 5), name + " = " + column.getValue());
      assertThat(checked.findings())
          .anyMatch(line -> line.startsWith("5678/9 no. 5: column " + name + ": "));
    }
    assertThat(checked.findings()).hasSize(WRONG.size());
  }

  @Test
  void anEntryMovedToAnotherTerminal_isReportedThere_andAsAGap() throws Exception {
    tampering.update(new LogPosition(TERMINAL, 2), "terminal = 12");

    assertThat(checked.findings())
        .contains(
            "5678/9 no. 2: missing (expected: every position from 1 on)",
            "5678/12 no. 2: column terminal: 12 (expected: 9)");
  }

  @Test
  void anEntryDeletedWithoutItsDeliveryRecord_isReported() throws Exception {
    tampering.delete(new LogPosition(TERMINAL, 5));

    assertThat(checked.findings())
        .containsExactly(
            "A1234: delivery record of 5678/9 no. 5: without an entry (expected: its entry)");
  }

  @Test
  void aBodyThatIsNotJson_isReported_andTheRestChecked() throws Exception {
    tampering.update(new LogPosition(TERMINAL, 2), "body = '{'");
    tampering.update(new LogPosition(TERMINAL, 5), "staff = 'S666'");

    assertThat(checked.findings())
        .contains("5678/9 no. 2: body: is not a document")
        .anyMatch(line -> line.startsWith("5678/9 no. 5: column staff: "));
  }

  @Test
  void inspection_cannotWrite() {
    SqliteStoreSet storeSet = SqliteStoreSet.openToLook(config());
    opened.add(storeSet);

    assertThat(Await.failure(storeSet.transactions().append(TransactionTestData.sale().make())))
        .isInstanceOf(PortException.class);
  }

  @Test
  void aMissingFile_isNotCreated() {
    Path missing = folder.resolve("other.db");

    assertThatThrownBy(() -> SqliteStoreSet.openToLook(SqliteConfig.of(missing)))
        .hasMessageContaining("other.db: does not exist");
    assertThat(missing).doesNotExist();
  }

  @Test
  void aFileOfAnotherVersion_isRefused_andLeftUnchanged() throws Exception {
    close();
    opened.clear();
    try (Session session = Session.open(config().file(), Duration.ZERO)) {
      session.runOnce("PRAGMA user_version=1");
    }

    assertThatThrownBy(() -> SqliteStoreSet.openToLook(config()))
        .hasMessageContaining("has schema version 1 (expected: ");
  }

  private SqliteConfig config() {
    return SqliteConfig.of(folder.resolve("poscart.db"));
  }
}
