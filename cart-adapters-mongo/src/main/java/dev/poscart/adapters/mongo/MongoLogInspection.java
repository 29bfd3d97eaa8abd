package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.orderBy;

import dev.poscart.domain.document.LogEntryDocument;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.StoredEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
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

  /** The server's order: of strings, that of their bytes. */
  private static final Comparator<StoredEntry> ORDER =
      Comparator.comparing(
              (StoredEntry entry) -> entry.storeCode().getBytes(StandardCharsets.UTF_8),
              Arrays::compareUnsigned)
          .thenComparing(StoredEntry::terminalNo)
          .thenComparing(StoredEntry::position);

  private static final Bson DESK =
      and(
          StoredDeskEntry.ALL,
          exists(TENANT, false),
          type(STORE, BsonType.STRING),
          isWhole(TERMINAL),
          isWhole(StoredPlace.POSITION));

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoLogInspection(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<List<StoredEntry>> following(
      String tenantId, Optional<StoredEntry> last, int limit) {
    return databases.read(
        tenantId,
        List.of(),
        database ->
            following(database, unplaced(tenantId), NUMBER, last, limit)
                .thenCombine(
                    following(database, placed(tenantId), StoredPlace.POSITION, last, limit),
                    (one, other) -> first(one, other, limit))
                .thenCombine(
                    following(database, DESK, StoredPlace.POSITION, last, limit),
                    (one, other) -> first(one, other, limit)));
  }

  private static List<StoredEntry> first(
      List<StoredEntry> one, List<StoredEntry> other, int limit) {
    return Stream.concat(one.stream(), other.stream()).sorted(ORDER).limit(limit).toList();
  }

  /**
   * Reads the next of those entries whose position is a certain field. The sort keys are those of
   * an index, although one of the last two is the same in all entries.
   */
  private CompletionStage<List<StoredEntry>> following(
      TenantDatabase database,
      Bson entries,
      String position,
      Optional<StoredEntry> last,
      int limit) {
    Bson filter = last.map(entry -> and(entries, behind(entry, position))).orElse(entries);
    return calls.all(
        "read log",
        MongoLogInspection::entry,
        () ->
            database
                .log()
                .find(filter)
                .sort(orderBy(ascending(TENANT, STORE, TERMINAL), ascending(StoredPlace.ORDER)))
                .limit(limit));
  }

  @Override
  public CompletionStage<Long> count(String tenantId) {
    return databases.read(
        tenantId,
        0L,
        database ->
            calls.one(
                "count log", Function.identity(), () -> database.log().estimatedDocumentCount()));
  }

  @Override
  public CompletionStage<List<String>> findStrays(String tenantId) {
    return databases.read(
        tenantId,
        List.of(),
        database ->
            calls.all(
                "find stray transactions",
                MongoLogInspection::stray,
                () ->
                    database
                        .log()
                        .find(nor(unplaced(tenantId), placed(tenantId), DESK))
                        .sort(ascending("_id"))
                        .limit(MAX_STRAYS)));
  }

  private static Bson unplaced(String tenantId) {
    return and(ofTills(tenantId), StoredPlace.UNPLACED);
  }

  private static Bson placed(String tenantId) {
    return and(ofTills(tenantId), isWhole(StoredPlace.POSITION));
  }

  private static Bson ofTills(String tenantId) {
    return and(
        eq(TENANT, tenantId), type(STORE, BsonType.STRING), isWhole(TERMINAL), isWhole(NUMBER));
  }

  private static Bson isWhole(String field) {
    return or(type(field, BsonType.INT32), type(field, BsonType.INT64));
  }

  private static Bson behind(StoredEntry last, String position) {
    Bson sameStore = eq(STORE, last.storeCode());
    Bson sameTill = and(sameStore, eq(TERMINAL, last.terminalNo()));
    return or(
        gt(STORE, last.storeCode()),
        and(sameStore, gt(TERMINAL, last.terminalNo())),
        and(sameTill, behindInTill(last, position)));
  }

  /** Where two entries have the same position, which no log does, the unplaced one comes first. */
  private static Bson behindInTill(StoredEntry last, String position) {
    boolean mayBeThere = last.place().equals(NUMBER) && !position.equals(NUMBER);
    return mayBeThere ? gte(position, last.position()) : gt(position, last.position());
  }

  private static StoredEntry entry(Document stored) {
    List<String> contradictions = new ArrayList<>();
    return new StoredEntry(
        stored.getString(STORE),
        stored.get(TERMINAL, Number.class).longValue(),
        StoredPlace.position(stored).longValue(),
        StoredPlace.isPlaced(stored) ? StoredPlace.POSITION : NUMBER,
        document(stored, contradictions),
        KugelposEntry.isOne(stored),
        contradictions);
  }

  private static Map<String, Object> document(Document stored, List<String> contradictions) {
    try {
      Map<String, Object> document =
          StoredDeskEntry.isOne(stored)
              ? StoredDeskEntry.plain(stored)
              : StoredTransaction.plain(stored);
      if (!KugelposEntry.isOne(stored)) {
        compare(stored, document, contradictions);
      }
      return document;
    } catch (PortException | IllegalStateException e) {
      contradictions.add("document: " + e.getMessage());
      return Map.of();
    }
  }

  private static void compare(
      Document stored, Map<String, Object> document, List<String> contradictions) {
    Optional<String> history;
    Optional<Document> place;
    String claim;
    try {
      LogEntry entry = LogEntryDocument.read(document);
      claim = entry.claim();
      place = StoredPlace.of(entry);
      history =
          Optional.of(entry)
              .filter(Transaction.class::isInstance)
              .map(Transaction.class::cast)
              .flatMap(ReversalClaim::of)
              .map(held -> ReversalClaim.history(held.sale()));
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
      // The verification reports documents that are not entries.
      return;
    }
    compare("_id", stored, Optional.of(claim), contradictions);
    compare(StoredPlace.FIELD, stored, place.map(Document::toString), contradictions);
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
