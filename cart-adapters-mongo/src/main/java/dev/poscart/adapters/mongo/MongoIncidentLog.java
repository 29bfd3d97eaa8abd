package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.result.DeleteResult;
import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.LoggedIncident;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.IncidentLog;
import dev.poscart.domain.port.IncidentQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * The incidents in MongoDB. The server deletes expired ones; the oldest of too many are deleted for
 * every few new ones.
 */
final class MongoIncidentLog implements IncidentLog {

  /** A date, as MongoDB's TTL index requires. */
  static final String EXPIRES_AT = "expires_at";

  static final String AT = "at";
  static final String CART = "cart_id";

  private static final String ID = "_id";
  private static final String STORE = "store_code";
  private static final String TERMINAL = "terminal_no";
  private static final String KIND = "kind";
  private static final String REASON = "reason";

  private final TenantDatabases databases;
  private final DriverCalls calls;
  private final int maxPerTenant;
  private final Map<String, Integer> appendedSince = new ConcurrentHashMap<>();

  MongoIncidentLog(TenantDatabases databases, DriverCalls calls, int maxPerTenant) {
    this.databases = databases;
    this.calls = calls;
    this.maxPerTenant = maxPerTenant;
  }

  @Override
  public CompletionStage<Void> append(LoggedIncident logged, Instant expiresAt) {
    String tenantId = logged.incident().terminal().tenantId();
    return databases
        .prepared(tenantId)
        .thenCompose(
            database ->
                calls
                    .insert(
                        "append incident",
                        () -> database.incidents().insertOne(document(logged, expiresAt)))
                    .thenCompose(stored -> clear(database, tenantId)));
  }

  private static Document document(LoggedIncident logged, Instant expiresAt) {
    CarryIncident incident = logged.incident();
    return new Document(ID, new ObjectId())
        .append(STORE, incident.terminal().storeCode())
        .append(TERMINAL, incident.terminal().terminalNo())
        .append(CART, incident.cart().value())
        .append(KIND, incident.kind().name())
        .append(REASON, incident.reason())
        .append(AT, Date.from(logged.at()))
        .append(EXPIRES_AT, Date.from(expiresAt));
  }

  private CompletionStage<Void> clear(TenantDatabase database, String tenantId) {
    int every = Math.max(1, maxPerTenant / 10);
    int appended = appendedSince.merge(tenantId, 1, (sofar, one) -> sofar >= every ? 1 : sofar + 1);
    if (appended < every) {
      return CompletableFuture.completedFuture(null);
    }
    return calls
        .first(
            "find earliest incidents",
            (Document earliest) -> earliest.getDate(AT),
            () ->
                database
                    .incidents()
                    .find()
                    .sort(descending(AT))
                    .skip(maxPerTenant)
                    .limit(1)
                    .first())
        .thenCompose(
            found ->
                found
                    .map(until -> remove(database, until))
                    .orElseGet(() -> CompletableFuture.completedFuture(null)));
  }

  private CompletionStage<Void> remove(TenantDatabase database, Date until) {
    return calls
        .one(
            "remove earliest incidents",
            DeleteResult::getDeletedCount,
            () -> database.incidents().deleteMany(lte(AT, until)))
        .thenAccept(removed -> {});
  }

  @Override
  public CompletionStage<List<LoggedIncident>> query(IncidentQuery query) {
    List<Bson> filters = new ArrayList<>();
    filters.add(gt(EXPIRES_AT, Date.from(query.now())));
    query.cart().ifPresent(cart -> filters.add(eq(CART, cart.value())));
    query.kind().ifPresent(kind -> filters.add(eq(KIND, kind.name())));
    return databases.read(
        query.tenantId(),
        List.of(),
        database ->
            calls.all(
                "find incidents",
                (Document stored) -> read(query.tenantId(), stored),
                () ->
                    database
                        .incidents()
                        .find(and(filters))
                        .sort(descending(AT, ID))
                        .limit(query.limit())));
  }

  private static LoggedIncident read(String tenantId, Document stored) {
    return new LoggedIncident(
        new CarryIncident(
            CarryIncident.Kind.valueOf(stored.getString(KIND)),
            new TerminalKey(tenantId, stored.getString(STORE), stored.getInteger(TERMINAL)),
            new CartId(stored.getString(CART)),
            stored.getString(REASON)),
        stored.getDate(AT).toInstant());
  }
}
