package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.result.DeleteResult;
import dev.poscart.domain.model.TerminalKey;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/** Limits the records of each terminal. Runs for every few requests; the oldest records go. */
final class IdempotencyQuota {

  private final DriverCalls calls;
  private final int maxPerTerminal;

  /**
   * The number of requests that each terminal has begun since its oldest records were last removed.
   */
  private final Map<TerminalKey, Integer> begunSince = new ConcurrentHashMap<>();

  IdempotencyQuota(DriverCalls calls, int maxPerTerminal) {
    this.calls = calls;
    this.maxPerTerminal = maxPerTerminal;
  }

  /**
   * Counts a request that was begun.
   *
   * @return whether records were removed; a failure here does not fail the request
   */
  CompletionStage<Boolean> spend(TenantDatabase database, TerminalKey terminal) {
    int every = Math.max(1, maxPerTerminal / 100);
    int begun = begunSince.merge(terminal, 1, (sofar, one) -> sofar >= every ? 1 : sofar + one);
    if (begun < every) {
      return CompletableFuture.completedStage(false);
    }
    return calls
        .first(
            "find earliest requests",
            (Document earliest) -> earliest.getLong(IdempotencyDocument.BEGUN_AT),
            () ->
                database
                    .idempotencyRecords()
                    .find(IdempotencyDocument.of(terminal))
                    .sort(descending(IdempotencyDocument.BEGUN_AT))
                    .skip(maxPerTerminal)
                    .limit(1)
                    .first())
        .thenCompose(
            found ->
                found
                    .map(until -> remove(database, terminal, until))
                    .orElseGet(() -> CompletableFuture.completedStage(false)))
        .exceptionally(failure -> false);
  }

  private CompletionStage<Boolean> remove(
      TenantDatabase database, TerminalKey terminal, long until) {
    return calls.one(
        "remove earliest requests",
        (DeleteResult result) -> result.getDeletedCount() > 0,
        () ->
            database
                .idempotencyRecords()
                .deleteMany(
                    and(
                        IdempotencyDocument.of(terminal),
                        lte(IdempotencyDocument.BEGUN_AT, until))));
  }
}
