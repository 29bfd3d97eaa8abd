package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The transaction log in MongoDB: one document per transaction. It has two unique keys: the claim,
 * which is the {@code _id}, and the terminal's transaction number.
 */
final class MongoTransactionLog implements TransactionLog {

  private static final int FIRST = 1;

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoTransactionLog(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<Appended> append(Transaction transaction) {
    String tenantId = transaction.terminal().tenantId();
    boolean isFirst = transaction.numbers().transactionNo() == FIRST;
    return (isFirst ? databases.preparedAnew(tenantId) : databases.prepared(tenantId))
        .thenCompose(database -> append(database, transaction));
  }

  @Override
  public CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal) {
    return databases
        .find(terminal.tenantId())
        .map(
            database ->
                calls.first(
                    "find last transaction",
                    MongoTransactionLog::end,
                    () ->
                        database
                            .log()
                            .find(TransactionQueries.of(terminal))
                            .projection(include("transaction_no", "receipt_no", Chain.FIELD))
                            .sort(descending("transaction_no"))
                            .first()))
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
  }

  @Override
  public CompletionStage<Optional<Transaction>> find(TerminalKey terminal, int transactionNo) {
    return databases
        .find(terminal.tenantId())
        .map(database -> find(database, TransactionQueries.of(terminal, transactionNo)))
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
  }

  @Override
  public CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim) {
    return databases
        .find(tenantId)
        .map(database -> find(database, TransactionQueries.ofClaim(claim)))
        .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
  }

  @Override
  public CompletionStage<List<Transaction>> findReversals(
      String tenantId, Set<TransactionKey> sales) {
    return databases
        .find(tenantId)
        .map(
            database ->
                calls.all(
                    "find reversals",
                    MongoTransactionLog::transaction,
                    () -> database.log().find(TransactionQueries.ofReversals(sales))))
        .orElseGet(() -> CompletableFuture.completedStage(List.of()));
  }

  @Override
  public CompletionStage<TransactionPage> query(TransactionQuery query) {
    return databases
        .find(query.terminal().tenantId())
        .map(database -> query(database, query))
        .orElseGet(() -> CompletableFuture.completedStage(new TransactionPage(List.of(), 0)));
  }

  private CompletionStage<Appended> append(TenantDatabase database, Transaction transaction) {
    Document entry = BsonDocuments.toBson(TransactionDocument.write(transaction));
    entry.put("_id", transaction.claim());
    entry.put(StoredDelivery.FIELD, StoredDelivery.first(transaction));
    ReversalClaim.of(transaction)
        .ifPresent(
            claim -> entry.put(TransactionQueries.REVERSES, ReversalClaim.history(claim.sale())));
    CompletionStage<Appended> appended =
        calls
            .insert("append to log", () -> database.log().insertOne(entry))
            .thenCompose(
                isNew ->
                    isNew
                        ? CompletableFuture.completedStage(new Appended.Done())
                        : whatWasTaken(database, transaction));
    return DriverCalls.orAsk(
        appended,
        () ->
            find(database, TransactionQueries.ofClaim(transaction.claim()))
                .thenApply(found -> found.map(existing -> afterLostAnswer(transaction, existing))));
  }

  /**
   * Determines which unique key rejected an append. Reads return only data on a majority of the
   * servers, so another entry that may still be rolled back is invisible. The outcome is then
   * uncertain and must not look certain.
   */
  private CompletionStage<Appended> whatWasTaken(TenantDatabase database, Transaction ours) {
    return find(database, TransactionQueries.ofClaim(ours.claim()))
        .thenCompose(
            holder ->
                holder.isPresent()
                    ? CompletableFuture.completedStage(new Appended.ClaimTaken(holder.get()))
                    : numberTaken(database, ours));
  }

  private CompletionStage<Appended> numberTaken(TenantDatabase database, Transaction ours) {
    return find(database, TransactionQueries.of(ours.terminal(), ours.numbers().transactionNo()))
        .thenApply(
            rival -> {
              if (rival.isEmpty()) {
                throw new PortException(
                    DriverFailures.PORT,
                    PortException.Category.UNAVAILABLE,
                    "append to log: the conflicting entry is not on a majority of the servers yet");
              }
              return new Appended.NumberTaken();
            });
  }

  /**
   * An entry with the same event and the same numbers is this one, or identical to it. An entry of
   * the same event may also have another number: two processes that finish one closing use the same
   * event but not the same number.
   */
  private static Appended afterLostAnswer(Transaction ours, Transaction existing) {
    return existing.eventId().equals(ours.eventId()) && existing.numbers().equals(ours.numbers())
        ? new Appended.Done()
        : new Appended.ClaimTaken(existing);
  }

  private CompletionStage<Optional<Transaction>> find(TenantDatabase database, Bson filter) {
    return calls.first(
        "find transaction",
        MongoTransactionLog::transaction,
        () -> database.log().find(filter).first());
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
        MongoTransactionLog::transaction,
        () ->
            database
                .log()
                .find(filter)
                .sort(TransactionQueries.sort(query))
                .skip((int) skip)
                .limit(query.limit()));
  }

  private static Transaction transaction(Document document) {
    return TransactionDocument.read(BsonDocuments.toPlain(document));
  }

  private static LogEnd end(Document document) {
    return new LogEnd(
        new IssuedNumbers(document.getInteger("transaction_no"), document.getInteger("receipt_no")),
        Optional.ofNullable(document.get(Chain.FIELD, Document.class))
            .map(link -> link.getString("hash")));
  }
}
