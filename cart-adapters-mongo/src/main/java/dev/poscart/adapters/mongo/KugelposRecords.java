package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.result.UpdateResult;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.Stages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps kugelpos's counters, marks and delivery records in step with the log, so that kugelpos can
 * go on where this service stopped. Only in an installation that kugelpos has used.
 *
 * <p>An entry is appended with a flag, which is removed once kugelpos's records are written.
 * Entries that keep the flag, because the process was killed or the database away, are caught up
 * with.
 */
final class KugelposRecords {

  /** The flag of an entry. */
  static final String DUE = "kugelpos_due";

  private static final Logger LOG = LoggerFactory.getLogger(KugelposRecords.class);

  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 500;

  private final DriverCalls calls;
  private final Clock clock;
  private final KugelposCounters counters;
  private final KugelposMarks marks;
  private final KugelposDeliveries deliveries;
  private final TenantPauses pauses = new TenantPauses();
  private volatile boolean found;
  private volatile Instant lookAgain = Instant.MIN;

  KugelposRecords(DriverCalls calls, Clock clock, KugelposDeliveries deliveries) {
    this.calls = calls;
    this.clock = clock;
    this.counters = new KugelposCounters(calls);
    this.marks = new KugelposMarks(calls);
    this.deliveries = deliveries;
  }

  /** Whether kugelpos has used this installation, as its delivery records show. */
  CompletionStage<Boolean> areKept() {
    Instant now = clock.instant();
    if (found || now.isBefore(lookAgain)) {
      return CompletableFuture.completedStage(found);
    }
    return deliveries
        .exist()
        .thenApply(
            exist -> {
              found = exist;
              lookAgain = now.plus(PAUSE);
              return exist;
            });
  }

  /**
   * Flags a new entry, unless kugelpos has not used this installation. An entry is also flagged if
   * that cannot be told, because a sale must not depend on it.
   */
  CompletionStage<Document> flagged(Document entry) {
    return areKept()
        .exceptionally(unknown -> true)
        .thenApply(due -> due ? entry.append(DUE, true) : entry);
  }

  /**
   * Writes kugelpos's records of a new entry if it is known that they are kept. Never fails: the
   * transaction is booked.
   */
  CompletionStage<Void> write(TenantDatabase database, Transaction entry) {
    return found
        ? write(database, entry, Delivery.pending(entry.generatedAt()))
        : CompletableFuture.completedStage(null);
  }

  /** Writes the records that are missing, at most once a minute. */
  CompletionStage<Void> catchUp(TenantDatabase database, String tenantId) {
    if (!pauses.isOver(tenantId, clock.instant())) {
      return CompletableFuture.completedStage(null);
    }
    return areKept()
        .thenCompose(kept -> kept ? catchUp(database) : CompletableFuture.completedStage(null));
  }

  private CompletionStage<Void> catchUp(TenantDatabase database) {
    return calls
        .all(
            "find entries that kugelpos does not know",
            StoredDelivery::entry,
            () ->
                database
                    .log()
                    .find(eq(DUE, true))
                    .sort(ascending(StoredPlace.POSITION))
                    .limit(AT_ONCE))
        .thenCompose(found -> Stages.inTurn(found, entry -> write(database, entry)));
  }

  private CompletionStage<Void> write(TenantDatabase database, OutboxEntry entry) {
    return write(database, (Transaction) entry.event(), entry.delivery());
  }

  private CompletionStage<Void> write(
      TenantDatabase database, Transaction entry, Delivery delivery) {
    return Stages.attempt(
            () ->
                counters
                    .advance(database, entry.terminal(), entry.numbers())
                    .thenCombine(deliveries.write(entry, delivery), Boolean::logicalAnd)
                    .thenCombine(marks.write(database, entry), Boolean::logicalAnd))
        .thenCompose(written -> settled(database, entry))
        .exceptionally(
            failure -> {
              LOG.warn(
                  "kugelpos does not know transaction {} of {} yet: {}; trying again within a"
                      + " minute",
                  entry.numbers().transactionNo(),
                  entry.terminal().terminalId(),
                  Stages.cause(failure).getMessage());
              return null;
            });
  }

  @SuppressWarnings("NullAway") // a stage of Void completes with null
  private CompletionStage<Void> settled(TenantDatabase database, Transaction entry) {
    return calls
        .one(
            "settle entry",
            (UpdateResult done) -> true,
            () -> database.log().updateOne(TransactionQueries.ofClaim(entry.claim()), unset(DUE)))
        .thenAccept(done -> {});
  }
}
