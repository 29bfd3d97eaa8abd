package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Accumulators.first;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.result.UpdateResult;
import dev.poscart.domain.document.DeliveryDocument;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The outbox in MongoDB; each delivery record is part of its transaction's document. The outcome of
 * a replacement without a response is not looked up: an unused lease expires, and an unrecorded
 * publication is repeated.
 */
final class MongoOutbox implements Outbox {

  private static final String ID = "id";
  private static final String DUE = "due";

  private static final Comparator<OutboxEntry> LONGEST_DUE_FIRST =
      Comparator.comparing(
          entry -> entry.delivery().dueAt().map(at -> at.toInstant()).orElseThrow());

  private final TenantDatabases databases;
  private final DriverCalls calls;
  private final Clock clock;
  private final KugelposDeliveries kugelpos;
  private final KugelposRecords records;

  MongoOutbox(
      TenantDatabases databases,
      DriverCalls calls,
      Clock clock,
      KugelposDeliveries kugelpos,
      KugelposRecords records) {
    this.databases = databases;
    this.calls = calls;
    this.clock = clock;
    this.kugelpos = kugelpos;
    this.records = records;
  }

  @Override
  public CompletionStage<List<OutboxEntry>> findDue(
      String tenantId, OffsetDateTime now, int limit) {
    return databases.read(
        tenantId,
        List.of(),
        database ->
            records
                .catchUp(database, tenantId)
                .thenCompose(done -> kugelpos.takeDue(database, tenantId, now))
                .thenCompose(taken -> findDue(database, StoredDelivery.micros(now), limit)));
  }

  @Override
  public CompletionStage<List<OutboxEntry>> findParked(String tenantId, int limit) {
    Bson parked =
        and(
            eq(StoredDelivery.IS_PUBLISHED, false),
            eq(StoredDelivery.STATUS, DeliveryDocument.word(DeliveryStatus.PARKED)));
    return databases.read(
        tenantId,
        List.of(),
        database ->
            calls.all(
                "find parked events",
                StoredDelivery::entry,
                () -> database.log().find(parked).limit(limit)));
  }

  @Override
  public CompletionStage<Optional<OutboxEntry>> find(String tenantId, String eventId) {
    return databases.read(
        tenantId,
        Optional.empty(),
        database ->
            find(database, eventId)
                .thenCompose(
                    found ->
                        found.isPresent()
                            ? CompletableFuture.completedStage(found)
                            : kugelpos
                                .take(database, tenantId, eventId, OffsetDateTime.now(clock))
                                .thenCompose(taken -> find(database, eventId))));
  }

  private CompletionStage<Optional<OutboxEntry>> find(TenantDatabase database, String eventId) {
    return calls.first(
        "find event",
        StoredDelivery::entry,
        () -> database.log().find(eq("event_id", eventId)).first());
  }

  @Override
  public CompletionStage<Boolean> replace(OutboxEntry before, Delivery after) {
    Bson unchanged =
        and(eq("event_id", before.event().eventId()), eq(StoredDelivery.VERSION, before.version()));
    return databases
        .prepared(before.event().terminal().tenantId())
        .thenCompose(
            database ->
                calls.one(
                    "replace delivery record",
                    (UpdateResult result) -> result.getMatchedCount() == 1,
                    () ->
                        database
                            .log()
                            .updateOne(
                                unchanged,
                                set(
                                    StoredDelivery.FIELD,
                                    StoredDelivery.of(after, before.version() + 1)))))
        .thenCompose(
            done ->
                done
                    ? records
                        .areKept()
                        .thenCompose(kept -> kept ? update(before, after) : nothing())
                        .thenApply(updated -> true)
                    : CompletableFuture.completedStage(false));
  }

  private CompletionStage<Boolean> update(OutboxEntry before, Delivery after) {
    return kugelpos.update(before.event().eventId(), after, OffsetDateTime.now(clock));
  }

  private static CompletionStage<Boolean> nothing() {
    return CompletableFuture.completedStage(true);
  }

  @Override
  public CompletionStage<Map<DeliveryStatus, Long>> count(String tenantId) {
    List<Bson> steps =
        List.of(
            match(ne(StoredDelivery.STATUS, DeliveryDocument.word(DeliveryStatus.DELIVERED))),
            sort(ascending(StoredDelivery.STATUS)),
            limit(COUNTED),
            group("$" + StoredDelivery.STATUS, sum("events", 1L)));
    return databases
        .read(
            tenantId,
            List.of(),
            database ->
                records
                    .catchUp(database, tenantId)
                    .thenCompose(
                        done ->
                            calls.all(
                                "count events",
                                (Document d) -> d,
                                () -> database.log().aggregate(steps))))
        .thenApply(MongoOutbox::counts);
  }

  private static Map<DeliveryStatus, Long> counts(List<Document> groups) {
    Map<DeliveryStatus, Long> counts = new EnumMap<>(DeliveryStatus.class);
    for (Document group : groups) {
      DeliveryDocument.status(group.getString("_id"))
          .ifPresent(status -> counts.put(status, group.get("events", 0L)));
    }
    return counts;
  }

  private CompletionStage<List<OutboxEntry>> findDue(TenantDatabase database, long now, int max) {
    return firsts(database, now, max)
        .thenCombine(
            again(database, now, max),
            (unpublished, published) -> {
              List<OutboxEntry> all = new ArrayList<>(unpublished);
              all.addAll(published);
              return all.stream().sorted(LONGEST_DUE_FIRST).limit(max).toList();
            });
  }

  /** The first unpublished event of each terminal, if it is due. */
  private CompletionStage<List<OutboxEntry>> firsts(TenantDatabase database, long now, int max) {
    List<Bson> steps =
        List.of(
            match(eq(StoredDelivery.IS_PUBLISHED, false)),
            sort(ascending("store_code", "terminal_no", StoredPlace.POSITION, "transaction_no")),
            group(
                new Document("store", "$store_code").append("terminal", "$terminal_no"),
                first(ID, "$_id"),
                first(DUE, "$" + StoredDelivery.DUE_AT)),
            match(lte(DUE, now)),
            sort(ascending(DUE)),
            limit(max));
    return calls
        .all("find due events", (Document d) -> d.get(ID), () -> database.log().aggregate(steps))
        .thenCompose(
            ids ->
                ids.isEmpty()
                    ? CompletableFuture.completedStage(List.of())
                    : stillDue(database, ids, now));
  }

  /** The events of these entries, without those that have changed since they were found. */
  private CompletionStage<List<OutboxEntry>> stillDue(
      TenantDatabase database, List<Object> ids, long now) {
    Bson due =
        and(
            in("_id", ids),
            eq(StoredDelivery.IS_PUBLISHED, false),
            lte(StoredDelivery.DUE_AT, now));
    return calls.all("read due events", StoredDelivery::entry, () -> database.log().find(due));
  }

  private CompletionStage<List<OutboxEntry>> again(TenantDatabase database, long now, int max) {
    return calls.all(
        "find events to publish again",
        StoredDelivery::entry,
        () ->
            database
                .log()
                .find(and(eq(StoredDelivery.IS_PUBLISHED, true), lte(StoredDelivery.DUE_AT, now)))
                .sort(ascending(StoredDelivery.DUE_AT))
                .limit(max));
  }
}
