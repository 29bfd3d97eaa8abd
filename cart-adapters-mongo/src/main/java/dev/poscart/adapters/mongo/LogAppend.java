package dev.poscart.adapters.mongo;

import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.TransactionLog.Appended;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Appends an entry to the log and determines the outcome, also if the response is lost. */
final class LogAppend {

  private final DriverCalls calls;
  private final KugelposRecords records;
  private final HighestStored highest;

  LogAppend(DriverCalls calls, KugelposRecords records, HighestStored highest) {
    this.calls = calls;
    this.records = records;
    this.highest = highest;
  }

  CompletionStage<Appended> append(TenantDatabase database, Transaction transaction) {
    return records
        .flagged(StoredTransaction.of(transaction))
        .thenCompose(entry -> append(database, transaction, entry))
        .thenCompose(outcome -> recorded(database, transaction, outcome));
  }

  /** Of an entry that is there already, too: its process may have been killed before. */
  private CompletionStage<Appended> recorded(
      TenantDatabase database, Transaction transaction, Appended outcome) {
    Optional<Transaction> booked =
        outcome instanceof Appended.ClaimTaken taken
            ? Optional.of(taken.existing())
            : Optional.of(transaction).filter(entry -> outcome instanceof Appended.Done);
    return booked
        .map(entry -> records.write(database, entry).thenApply(done -> outcome))
        .orElseGet(() -> CompletableFuture.completedStage(outcome));
  }

  private CompletionStage<Appended> append(
      TenantDatabase database, Transaction transaction, Document entry) {
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
                    : positionOrNumber(database, ours));
  }

  private CompletionStage<Appended> positionOrNumber(TenantDatabase database, Transaction ours) {
    return calls
        .first(
            "find entry",
            (Document entry) -> true,
            () -> database.log().find(StoredPlace.at(ours.position())).first())
        .thenCompose(
            rival ->
                rival.isPresent()
                    ? CompletableFuture.completedStage(new Appended.PositionTaken())
                    : find(database, TransactionQueries.ofNumbers(ours))
                        .thenCompose(holder -> numberTaken(database, ours, holder)));
  }

  private CompletionStage<Appended> numberTaken(
      TenantDatabase database, Transaction ours, Optional<Transaction> holder) {
    if (holder.isEmpty()) {
      throw new PortException(
          DriverFailures.PORT,
          PortException.Category.UNAVAILABLE,
          "append to log: the conflicting entry is not on a majority of the servers yet");
    }
    return highest
        .find(database, ours.terminal(), ours.session().businessCounter())
        .thenApply(Appended.NumberTaken::new);
  }

  /**
   * An entry with the same event, position and numbers is this one, or identical to it. An entry of
   * the same event may also stand elsewhere: two processes that finish one closing use the same
   * event but not the same position.
   */
  private static Appended afterLostAnswer(Transaction ours, Transaction existing) {
    return existing.eventId().equals(ours.eventId())
            && existing.position().equals(ours.position())
            && existing.numbers().equals(ours.numbers())
        ? new Appended.Done()
        : new Appended.ClaimTaken(existing);
  }

  private CompletionStage<Optional<Transaction>> find(TenantDatabase database, Bson filter) {
    return calls.first(
        "find transaction", StoredTransaction::read, () -> database.log().find(filter).first());
  }
}
