package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogVerificationContract;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.TransactionLog;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service has the file open; the check looks at it through another door meanwhile. */
class SqliteLogInspectionTest extends LogVerificationContract {

  private static final String ENTRY =
      " WHERE tenant = ? AND store = ? AND terminal = ? AND transaction_no = ?";

  private static final Map<String, String> WRONG =
      Map.ofEntries(
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

  @Override
  protected TransactionLog newLog() {
    SqliteStoreSet storeSet = SqliteStoreSet.open(config());
    opened.add(storeSet);
    return storeSet.transactions();
  }

  @Override
  protected LogInspection inspection() {
    SqliteStoreSet storeSet = SqliteStoreSet.openToLook(config());
    opened.add(storeSet);
    return storeSet.inspection();
  }

  @Override
  protected void alter(TransactionKey key, String path, Object value) throws Exception {
    String json = value instanceof String text ? "\"" + text + "\"" : value.toString();
    change(
        "UPDATE log SET body = json_set(body, ?, json(?))" + ENTRY,
        key,
        "$." + path.replaceAll("\\.(\\d+)", "[$1]"),
        json);
  }

  @Override
  protected void takeAway(TransactionKey key, String field) throws Exception {
    change("UPDATE log SET body = json_remove(body, ?)" + ENTRY, key, "$." + field);
  }

  @Override
  protected void remove(TransactionKey key) throws Exception {
    change("DELETE FROM log" + ENTRY, key);
    change("DELETE FROM outbox" + ENTRY, key);
  }

  @Override
  protected void renumber(TransactionKey key, int number) throws Exception {
    change(
        "UPDATE log SET transaction_no = ?, body = json_set(body, '$.transaction_no', ?)" + ENTRY,
        key,
        number,
        number);
  }

  @Override
  protected void close() {
    for (SqliteStoreSet storeSet : opened) {
      Await.result(storeSet.close().thenApply(closed -> true));
    }
  }

  @Test
  void anyColumnThatSaysOtherwiseThanTheBody_shows() throws Exception {
    for (Map.Entry<String, String> column : WRONG.entrySet()) {
      String name = column.getKey();
      change(
          "UPDATE log SET " + name + " = " + column.getValue() + ENTRY,
          new TransactionKey(TERMINAL, 5));
      assertThat(findings())
          .anyMatch(line -> line.startsWith("5678/9 no. 5: column " + name + ": "));
    }
    assertThat(findings()).hasSize(WRONG.size());
  }

  @Test
  void anEntryMovedToAnotherTill_leavesAGapAndShowsThere() throws Exception {
    change("UPDATE log SET terminal = 12" + ENTRY, new TransactionKey(TERMINAL, 2));

    assertThat(findings())
        .contains(
            "5678/9 no. 2: missing (expected: every number from 1 on)",
            "5678/12 no. 2: column terminal: 12 (expected: 9)");
  }

  @Test
  void anEntryDeletedWithoutItsTraces_shows() throws Exception {
    change("DELETE FROM log" + ENTRY, new TransactionKey(TERMINAL, 5));

    assertThat(findings())
        .containsExactly(
            "A1234: delivery record of 5678/9 no. 5: without an entry (expected: its transaction)");
  }

  @Test
  void aBodyThatIsNoJson_shows_andTheRestIsChecked() throws Exception {
    change("UPDATE log SET body = '{'" + ENTRY, new TransactionKey(TERMINAL, 2));
    change("UPDATE log SET staff = 'S666'" + ENTRY, new TransactionKey(TERMINAL, 5));

    assertThat(findings())
        .contains("5678/9 no. 2: body: is not a document")
        .anyMatch(line -> line.startsWith("5678/9 no. 5: column staff: "));
  }

  @Test
  void whoLooks_cannotWrite() {
    SqliteStoreSet storeSet = SqliteStoreSet.openToLook(config());
    opened.add(storeSet);

    assertThat(Await.failure(storeSet.transactions().append(TransactionTestData.sale().make())))
        .isInstanceOf(PortException.class);
  }

  @Test
  void aFileThatIsMissing_isNotMade() {
    Path missing = folder.resolve("other.db");

    assertThatThrownBy(() -> SqliteStoreSet.openToLook(SqliteConfig.of(missing)))
        .hasMessageContaining("other.db: does not exist");
    assertThat(missing).doesNotExist();
  }

  @Test
  void aFileOfAnotherVersion_isRefusedAndLeftAsItIs() throws Exception {
    close();
    opened.clear();
    try (Session session = Session.open(config().file(), Duration.ZERO)) {
      session.runOnce("PRAGMA user_version=1");
    }

    assertThatThrownBy(() -> SqliteStoreSet.openToLook(config()))
        .hasMessageContaining("has schema version 1 (expected: ");
  }

  private void change(String sql, TransactionKey key, Object... values) throws SQLException {
    List<Object> bound = new ArrayList<>(List.of(values));
    bound.add(key.terminal().tenantId());
    bound.add(key.terminal().storeCode());
    bound.add(key.terminal().terminalNo());
    bound.add(key.transactionNo());
    try (Session session = Session.open(config().file(), Duration.ofSeconds(20))) {
      assertThat(session.update(sql, bound.toArray())).isEqualTo(1);
    }
  }

  private SqliteConfig config() {
    return SqliteConfig.of(folder.resolve("poscart.db"));
  }
}
