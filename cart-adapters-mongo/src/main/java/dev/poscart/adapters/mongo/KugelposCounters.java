package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.poscart.adapters.mongo.MigrationFindings.LastNumbers;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Kugelpos's counters: the transaction and receipt numbers that each terminal took last. */
final class KugelposCounters {

  /** The field with the terminal id. */
  static final String TERMINAL = "terminal_id";

  private static final String COUNTS = "count_dic";
  private static final String TRANSACTION = COUNTS + ".Transaction";
  private static final String RECEIPT = COUNTS + ".Receipt";

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
            () -> database.kugelposCounters().find(eq(TERMINAL, terminal.terminalId())).first())
        .thenApply(found -> found.flatMap(end -> end));
  }

  /** Moves the counters along to the numbers of an entry of the log, unless they are further. */
  CompletionStage<Boolean> advance(
      TenantDatabase database, TerminalKey terminal, IssuedNumbers numbers) {
    Bson key = eq(TERMINAL, terminal.terminalId());
    return new ForwardUpdate(
            "kugelpos counters",
            key,
            and(key, not(gte(TRANSACTION, numbers.transactionNo()))),
            combine(set(TRANSACTION, numbers.transactionNo()), set(RECEIPT, numbers.receiptNo())),
            counters(terminal, numbers))
        .apply(calls, database.kugelposCounters());
  }

  private static Document counters(TerminalKey terminal, IssuedNumbers numbers) {
    return new Document("_id", terminal.terminalId())
        .append("shard_key", terminal.terminalId())
        .append(
            COUNTS,
            new Document("Transaction", numbers.transactionNo())
                .append("Receipt", numbers.receiptNo()));
  }

  private static Optional<LogEnd> end(Document stored) {
    if (stored.get(COUNTS) == null) {
      return Optional.empty();
    }
    LastNumbers last = last(new KugelposFields(stored));
    return last.transactionNo() == 0
        ? Optional.empty()
        : Optional.of(
            new LogEnd(
                last.transactionNo(),
                new IssuedNumbers(last.transactionNo(), last.receiptNo()),
                Optional.empty()));
  }

  /** The numbers in the counters of a terminal; those that were never counted are 0. */
  static LastNumbers last(KugelposFields stored) {
    KugelposFields counts = stored.inner(COUNTS);
    return new LastNumbers(counts.wholeOrZero("Transaction"), counts.wholeOrZero("Receipt"));
  }
}
