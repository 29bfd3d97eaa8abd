package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * The transaction log in MongoDB: one document per entry. It has three unique keys: the claim,
 * which is the {@code _id}, the position, and the transaction number under a business counter.
 */
final class MongoTransactionLog implements TransactionLog {

  private static final int FIRST = 1;

  private final TenantDatabases databases;
  private final DriverCalls calls;
  private final HighestStored highest;
  private final LogAppend append;
  private final KugelposReversals reversals;
  private final KugelposCounters counters;

  MongoTransactionLog(TenantDatabases databases, DriverCalls calls, KugelposRecords records) {
    this.databases = databases;
    this.calls = calls;
    this.highest = new HighestStored(calls);
    this.append = new LogAppend(calls, records, highest);
    this.reversals = new KugelposReversals(calls);
    this.counters = new KugelposCounters(calls);
  }

  @Override
  public CompletionStage<Appended> append(Transaction transaction) {
    String tenantId = transaction.terminal().tenantId();
    boolean isFirst = transaction.position().position() == FIRST;
    return (isFirst ? databases.preparedAnew(tenantId) : databases.prepared(tenantId))
        .thenCompose(database -> append.append(database, transaction));
  }

  @Override
  public CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal) {
    return databases.read(
        terminal.tenantId(),
        Optional.empty(),
        database ->
            findLast(database, terminal, StoredPlace.PLACED)
                .thenCombine(
                    findLast(database, terminal, StoredPlace.UNPLACED), MongoTransactionLog::later)
                .thenCombine(findLastDesk(database, terminal), MongoTransactionLog::later)
                .thenCompose(
                    end ->
                        end.isPresent()
                            ? CompletableFuture.completedStage(end)
                            : counters.find(database, terminal)));
  }

  @Override
  public CompletionStage<HighestNumbers> findHighest(TerminalKey terminal, int businessCounter) {
    return databases.read(
        terminal.tenantId(),
        HighestNumbers.NONE,
        database -> highest.find(database, terminal, businessCounter));
  }

  private CompletionStage<Optional<LogEnd>> findLast(
      TenantDatabase database, TerminalKey terminal, Bson kind) {
    return calls.first(
        "find last transaction",
        StoredTransaction::end,
        () ->
            database
                .log()
                .find(and(TransactionQueries.of(terminal), kind))
                .projection(include(StoredTransaction.OF_END))
                .sort(descending(StoredPlace.ORDER))
                .first());
  }

  private CompletionStage<Optional<LogEnd>> findLastDesk(
      TenantDatabase database, TerminalKey terminal) {
    return calls.first(
        "find last desk entry",
        StoredDeskEntry::end,
        () ->
            database
                .log()
                .find(StoredDeskEntry.of(terminal))
                .projection(include(StoredDeskEntry.OF_END))
                .sort(descending(StoredPlace.ORDER))
                .first());
  }

  private static Optional<LogEnd> later(Optional<LogEnd> one, Optional<LogEnd> other) {
    return Stream.concat(one.stream(), other.stream()).max(Comparator.comparing(LogEnd::position));
  }

  @Override
  public CompletionStage<List<Transaction>> findAll(TerminalKey terminal, int transactionNo) {
    return databases.read(
        terminal.tenantId(),
        List.of(),
        database ->
            calls
                .all(
                    "find transaction",
                    StoredTransaction::read,
                    () -> database.log().find(TransactionQueries.of(terminal, transactionNo)))
                .thenApply(MongoTransactionLog::latestFirst));
  }

  /** There are few: each is of another business counter. */
  private static List<Transaction> latestFirst(List<Transaction> withOneNumber) {
    return withOneNumber.stream()
        .sorted(Comparator.comparing((Transaction entry) -> -entry.position().position()))
        .toList();
  }

  @Override
  public CompletionStage<Optional<Transaction>> findAt(LogPosition position) {
    return databases.read(
        position.tenantId(),
        Optional.empty(),
        database -> find(database, and(StoredPlace.at(position), StoredDeskEntry.NONE)));
  }

  @Override
  public CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim) {
    return databases.read(
        tenantId, Optional.empty(), database -> find(database, TransactionQueries.ofClaim(claim)));
  }

  @Override
  public CompletionStage<List<Transaction>> findReversals(String tenantId, Set<LogPosition> sales) {
    return databases.read(tenantId, List.of(), database -> reversals.all(database, sales));
  }

  @Override
  public CompletionStage<TransactionPage> query(TransactionQuery query) {
    return databases.read(
        query.terminal().tenantId(),
        new TransactionPage(List.of(), 0),
        database -> query(database, query));
  }

  private CompletionStage<Optional<Transaction>> find(TenantDatabase database, Bson filter) {
    return calls.first(
        "find transaction", StoredTransaction::read, () -> database.log().find(filter).first());
  }

  private CompletionStage<TransactionPage> query(TenantDatabase database, TransactionQuery query) {
    Bson filter = TransactionQueries.filter(query);
    CompletionStage<Long> total =
        calls.one(
            "count transactions", count -> count, () -> database.log().countDocuments(filter));
    return page(database, query, filter).thenCombine(total, TransactionPage::new);
  }

  private CompletionStage<List<Transaction>> page(
      TenantDatabase database, TransactionQuery query, Bson filter) {
    long skip = TransactionQueries.skip(query);
    if (skip > Integer.MAX_VALUE) {
      return CompletableFuture.completedStage(List.of());
    }
    return calls.all(
        "list transactions",
        StoredTransaction::read,
        () ->
            database
                .log()
                .find(filter)
                .sort(TransactionQueries.sort(query))
                .skip((int) skip)
                .limit(query.limit()));
  }
}
