package dev.poscart.app.crash;

import static dev.poscart.domain.fixtures.Await.result;

import dev.poscart.app.TestShop;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.TransactionQuery.Field;
import dev.poscart.domain.port.TransactionQuery.SortKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that is in the log. */
final class StoredLog {

  private final List<List<Transaction>> ofTerminals = new ArrayList<>();
  private final Map<LogPosition, Transaction> all = new LinkedHashMap<>();

  /** Reads the log of terminals 1 to {@code terminals}. */
  StoredLog(TransactionLog log, int terminals) {
    for (int terminalNo = 1; terminalNo <= terminals; terminalNo++) {
      List<Transaction> entries = result(log.query(allOf(key(terminalNo)))).transactions();
      ofTerminals.add(entries);
      entries.forEach(entry -> all.put(entry.position(), entry));
    }
  }

  static TerminalKey key(int terminalNo) {
    return TerminalKey.parse(TestShop.terminalId(terminalNo)).orElseThrow();
  }

  /** First number first. */
  List<Transaction> of(int terminalNo) {
    return ofTerminals.get(terminalNo - 1);
  }

  Collection<Transaction> all() {
    return all.values();
  }

  Optional<Transaction> find(int terminalNo, int transactionNo) {
    return find(new LogPosition(key(terminalNo), transactionNo));
  }

  Optional<Transaction> find(LogPosition key) {
    return Optional.ofNullable(all.get(key));
  }

  private static TransactionQuery allOf(TerminalKey terminal) {
    return new TransactionQuery(
        terminal,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        true,
        0,
        1,
        List.of(new SortKey(Field.TRANSACTION_NO, true)));
  }
}
