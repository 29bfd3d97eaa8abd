package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Sorts.ascending;

import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Reads the documents of the transaction log, without the fields that the stores add to a
 * transaction.
 */
final class MongoLogInspection implements LogInspection {

  private static final String TENANT = "tenant_id";
  private static final String STORE = "store_code";
  private static final String TERMINAL = "terminal_no";
  private static final String NUMBER = "transaction_no";
  private static final int MAX_STRAYS = 100;

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoLogInspection(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<List<StoredEntry>> following(
      String tenantId, Optional<StoredEntry> last, int limit) {
    Bson filter =
        last.map(entry -> and(placed(tenantId), behind(entry))).orElseGet(() -> placed(tenantId));
    return databases
        .find(tenantId)
        .map(
            database ->
                calls.all(
                    "read log",
                    MongoLogInspection::entry,
                    () ->
                        database
                            .log()
                            .find(filter)
                            .sort(ascending(TENANT, STORE, TERMINAL, NUMBER))
                            .limit(limit)))
        .orElseGet(() -> CompletableFuture.completedStage(List.of()));
  }

  @Override
  public CompletionStage<List<String>> findStrays(String tenantId) {
    return databases
        .find(tenantId)
        .map(
            database ->
                calls.all(
                    "find stray transactions",
                    MongoLogInspection::stray,
                    () ->
                        database
                            .log()
                            .find(nor(placed(tenantId)))
                            .sort(ascending("_id"))
                            .limit(MAX_STRAYS)))
        .orElseGet(() -> CompletableFuture.completedStage(List.of()));
  }

  /** All entries that reading by terminal and number finds. */
  private static Bson placed(String tenantId) {
    return and(
        eq(TENANT, tenantId), type(STORE, BsonType.STRING), isWhole(TERMINAL), isWhole(NUMBER));
  }

  private static Bson isWhole(String field) {
    return or(type(field, BsonType.INT32), type(field, BsonType.INT64));
  }

  private static Bson behind(StoredEntry entry) {
    Bson sameStore = eq(STORE, entry.storeCode());
    Bson sameTill = and(sameStore, eq(TERMINAL, entry.terminalNo()));
    return or(
        gt(STORE, entry.storeCode()),
        and(sameStore, gt(TERMINAL, entry.terminalNo())),
        and(sameTill, gt(NUMBER, entry.transactionNo())));
  }

  private static StoredEntry entry(Document stored) {
    List<String> contradictions = new ArrayList<>();
    return new StoredEntry(
        stored.getString(STORE),
        stored.get(TERMINAL, Number.class).longValue(),
        stored.get(NUMBER, Number.class).longValue(),
        String.valueOf(stored.get("_id")),
        transaction(stored, contradictions),
        contradictions);
  }

  private static Map<String, Object> transaction(Document stored, List<String> contradictions) {
    Document own = new Document(stored);
    own.remove("_id");
    own.remove(StoredDelivery.FIELD);
    own.remove(TransactionQueries.REVERSES);
    try {
      Map<String, Object> document = BsonDocuments.toPlain(own);
      compare(stored, document, contradictions);
      return document;
    } catch (PortException e) {
      contradictions.add("document: " + e.getMessage());
      return Map.of();
    }
  }

  private static void compare(
      Document stored, Map<String, Object> document, List<String> contradictions) {
    Optional<String> history;
    String claim;
    try {
      Transaction transaction = TransactionDocument.read(document);
      claim = transaction.claim();
      history = ReversalClaim.of(transaction).map(held -> ReversalClaim.history(held.sale()));
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      // The verification reports documents that are not transactions.
      return;
    }
    compare("_id", stored, Optional.of(claim), contradictions);
    compare(TransactionQueries.REVERSES, stored, history, contradictions);
  }

  private static void compare(
      String field, Document stored, Optional<String> expected, List<String> contradictions) {
    Optional<String> found = Optional.ofNullable(stored.get(field)).map(Object::toString);
    if (!found.equals(expected)) {
      contradictions.add(
          field + ": " + found.orElse("none") + " (expected: " + expected.orElse("none") + ")");
    }
  }

  private static String stray(Document stored) {
    return "entry %s: is stored at tenant %s, store %s, terminal %s, no. %s (expected: a till of this tenant)"
        .formatted(
            stored.get("_id"),
            stored.get(TENANT),
            stored.get(STORE),
            stored.get(TERMINAL),
            stored.get(NUMBER));
  }
}
