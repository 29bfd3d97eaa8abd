package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.port.IdempotencyRecord;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.PortException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The idempotency store in MongoDB: one document per request. The outcome of a write without a
 * response is looked up by the attempt in the document. The server deletes expired records; until
 * it does, they are ignored.
 */
final class MongoIdempotencyStore implements IdempotencyStore {

  /** Each lost race means that another attempt at the same request has made progress. */
  private static final int ROUNDS = 16;

  private static final Bson NOT_ANSWERED = exists(IdempotencyDocument.STATUS, false);

  private final TenantDatabases databases;
  private final DriverCalls calls;
  private final IdempotencyQuota quota;

  MongoIdempotencyStore(TenantDatabases databases, DriverCalls calls, int maxPerTerminal) {
    this.databases = databases;
    this.calls = calls;
    this.quota = new IdempotencyQuota(calls, maxPerTerminal);
  }

  @Override
  public CompletionStage<BeginOutcome> begin(
      IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt) {
    return databases
        .prepared(key.terminal().tenantId())
        .thenCompose(database -> begin(database, key, fingerprint, attempt, 1));
  }

  @Override
  public CompletionStage<Boolean> complete(
      IdempotencyKey key, ChangeId change, StoredResponse response) {
    Bson unanswered =
        and(
            IdempotencyDocument.at(key),
            eq(IdempotencyDocument.CHANGE, change.value()),
            NOT_ANSWERED);
    return update("keep answer", key, unanswered, IdempotencyDocument.of(response));
  }

  @Override
  public CompletionStage<Boolean> forget(IdempotencyKey key, ChangeId attempt) {
    Bson firstsOwn =
        and(
            IdempotencyDocument.at(key),
            eq(IdempotencyDocument.CHANGE, attempt.value()),
            eq(IdempotencyDocument.ATTEMPT, attempt.value()),
            NOT_ANSWERED);
    return databases
        .prepared(key.terminal().tenantId())
        .thenCompose(
            database ->
                calls.one(
                    "forget request",
                    (DeleteResult result) -> result.getDeletedCount() == 1,
                    () -> database.idempotencyRecords().deleteOne(firstsOwn)));
  }

  @Override
  public CompletionStage<Boolean> release(IdempotencyKey key, ChangeId attempt) {
    Bson own =
        and(
            IdempotencyDocument.at(key),
            eq(IdempotencyDocument.ATTEMPT, attempt.value()),
            NOT_ANSWERED);
    return update("release request", key, own, set(IdempotencyDocument.LEASE_END, 0L));
  }

  private CompletionStage<Boolean> update(String what, IdempotencyKey key, Bson of, Bson change) {
    return databases
        .prepared(key.terminal().tenantId())
        .thenCompose(database -> update(what, database, of, change));
  }

  private CompletionStage<Boolean> update(
      String what, TenantDatabase database, Bson of, Bson change) {
    return calls.one(
        what,
        (UpdateResult result) -> result.getMatchedCount() == 1,
        () -> database.idempotencyRecords().updateOne(of, change));
  }

  private CompletionStage<BeginOutcome> begin(
      TenantDatabase database,
      IdempotencyKey key,
      RequestFingerprint fingerprint,
      Attempt attempt,
      int round) {
    return insert(database, key, IdempotencyDocument.first(key, fingerprint, attempt), attempt)
        .thenCompose(
            isNew ->
                isNew
                    ? quota
                        .spend(database, key.terminal())
                        .thenApply(spent -> new BeginOutcome.First())
                    : find(database, key)
                        .thenCompose(found -> met(database, key, fingerprint, attempt, found))
                        .thenCompose(
                            outcome ->
                                outcome.isPresent()
                                    ? CompletableFuture.completedStage(outcome.get())
                                    : again(database, key, fingerprint, attempt, round)));
  }

  private CompletionStage<BeginOutcome> again(
      TenantDatabase database,
      IdempotencyKey key,
      RequestFingerprint fingerprint,
      Attempt attempt,
      int round) {
    return round == ROUNDS
        ? CompletableFuture.failedStage(
            new PortException(
                DriverFailures.PORT,
                PortException.Category.UNAVAILABLE,
                "begin request: too many concurrent attempts"))
        : begin(database, key, fingerprint, attempt, round + 1);
  }

  /** The outcome of an attempt that found a record; empty: the state has changed, try again. */
  private CompletionStage<Optional<BeginOutcome>> met(
      TenantDatabase database,
      IdempotencyKey key,
      RequestFingerprint fingerprint,
      Attempt attempt,
      Optional<IdempotencyRecord> found) {
    if (found.isEmpty()) {
      return CompletableFuture.completedStage(Optional.empty());
    }
    IdempotencyRecord record = found.get();
    if (record.isExpired(attempt.at())) {
      return remove(database, key, record).thenApply(removed -> Optional.empty());
    }
    Optional<BeginOutcome> outcome = record.outcomeFor(fingerprint, attempt.at());
    return outcome.isPresent()
        ? CompletableFuture.completedStage(outcome)
        : takeOver(database, key, record, attempt)
            .thenApply(
                mine ->
                    mine
                        ? Optional.of(new BeginOutcome.TakenOver(record.change()))
                        : Optional.empty());
  }

  private CompletionStage<Boolean> insert(
      TenantDatabase database, IdempotencyKey key, Document document, Attempt attempt) {
    return DriverCalls.orAsk(
        calls.insert("begin request", () -> database.idempotencyRecords().insertOne(document)),
        () -> find(database, key).thenApply(found -> isMine(found, attempt.id())));
  }

  private CompletionStage<Boolean> takeOver(
      TenantDatabase database, IdempotencyKey key, IdempotencyRecord before, Attempt attempt) {
    Bson unchanged =
        and(
            IdempotencyDocument.at(key),
            eq(IdempotencyDocument.ATTEMPT, before.attempt().value()),
            eq(IdempotencyDocument.LEASE_END, before.leaseEnd().toEpochMilli()),
            NOT_ANSWERED);
    Bson change =
        combine(
            set(IdempotencyDocument.ATTEMPT, attempt.id().value()),
            set(IdempotencyDocument.LEASE_END, attempt.leaseEnd().toEpochMilli()));
    return DriverCalls.orAsk(
        update("take over request", database, unchanged, change),
        () ->
            find(database, key)
                .thenApply(
                    found ->
                        isMine(
                            // If the previous attempt is still stored, this write may yet be
                            // applied.
                            found.filter(now -> !now.attempt().equals(before.attempt())),
                            attempt.id())));
  }

  private CompletionStage<Boolean> remove(
      TenantDatabase database, IdempotencyKey key, IdempotencyRecord record) {
    Bson unchanged =
        and(
            IdempotencyDocument.at(key),
            eq(IdempotencyDocument.CHANGE, record.change().value()),
            eq(IdempotencyDocument.ATTEMPT, record.attempt().value()));
    return calls.one(
        "remove expired request",
        (DeleteResult result) -> result.getDeletedCount() == 1,
        () -> database.idempotencyRecords().deleteOne(unchanged));
  }

  /** Whether the record belongs to this attempt; empty, meaning unknown, without a record. */
  private static Optional<Boolean> isMine(Optional<IdempotencyRecord> found, ChangeId attempt) {
    return found.map(record -> record.attempt().equals(attempt));
  }

  private CompletionStage<Optional<IdempotencyRecord>> find(
      TenantDatabase database, IdempotencyKey key) {
    return calls.first(
        "find request",
        IdempotencyDocument::read,
        () -> database.idempotencyRecords().find(IdempotencyDocument.at(key)).first());
  }
}
