package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;

import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/** Kugelpos's counters: the transaction and receipt numbers that each terminal took last. */
final class KugelposCounters {

  private static final String TERMINAL = "terminal_id";
  private static final String COUNTS = "count_dic";
  private static final String TRANSACTION = "Transaction";
  private static final String RECEIPT = "Receipt";

  private final DriverCalls calls;

  KugelposCounters(DriverCalls calls) {
    this.calls = calls;
  }

  /**
   * The end of a log whose entries were removed, for example to an archive: the numbers go on after
   * those that kugelpos gave. While the log has entries, its last one counts instead, because
   * kugelpos also takes numbers for sales that then fail.
   */
  CompletionStage<Optional<LogEnd>> find(TenantDatabase database, TerminalKey terminal) {
    return calls
        .first(
            "find counters",
            KugelposCounters::end,
            () -> database.kugelposCounters().find(eq(TERMINAL, id(terminal))).first())
        .thenApply(found -> found.flatMap(end -> end));
  }

  private static Optional<LogEnd> end(Document stored) {
    Document counts = stored.get(COUNTS, new Document());
    int transactionNo = count(counts, TRANSACTION);
    return transactionNo == 0
        ? Optional.empty()
        : Optional.of(
            new LogEnd(
                transactionNo,
                new IssuedNumbers(transactionNo, count(counts, RECEIPT)),
                Optional.empty()));
  }

  private static int count(Document counts, String name) {
    return Math.toIntExact(Math.round(counts.get(name, (Number) 0).doubleValue()));
  }

  private static String id(TerminalKey terminal) {
    return terminal.tenantId() + "-" + terminal.storeCode() + "-" + terminal.terminalNo();
  }
}
