package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.document.DeliveryDocument;
import dev.poscart.domain.document.EventDocument;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.Stages;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kugelpos's delivery records, which it keeps beside the log for all tenants together. Events that
 * kugelpos has not delivered are taken over: their entries of the log get a delivery record like
 * those of this service. The other way round, each event of this service has a record here, so that
 * kugelpos could go on delivering it. How far a delivery comes is repeated in the record.
 */
final class KugelposDeliveries {

  private static final Logger LOG = LoggerFactory.getLogger(KugelposDeliveries.class);

  private static final String EVENT = "event_id";
  private static final String STATUS = KugelposDelivery.STATUS;

  /** The collection in the database of all tenants. */
  static final String COLLECTION = "status_tran_delivery";

  /** Matches the records of events that some service has not received. */
  static final Bson UNDELIVERED = ne(STATUS, DeliveryDocument.word(DeliveryStatus.DELIVERED));

  private static final String TAKEN = "poscart_taken";
  private static final int AT_ONCE = 500;

  private static final Duration MIN_AGE = Duration.ofMinutes(5);

  private final TenantPauses pauses = new TenantPauses();
  private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
  private final MongoCollection<Document> records;
  private final DriverCalls calls;

  KugelposDeliveries(MongoCollection<Document> records, DriverCalls calls) {
    this.records = records;
    this.calls = calls;
  }

  /** Whether kugelpos, or this service for it, has written any record. */
  CompletionStage<Boolean> exist() {
    return calls
        .first("find delivery records", (Document any) -> true, () -> records.find().first())
        .thenApply(Optional::isPresent);
  }

  /** Writes the record of an event of this service, unless it is there. */
  CompletionStage<Boolean> write(Transaction event, Delivery delivery) {
    Document record =
        KugelposForm.storage(null, event.generatedAt())
            .append("published_at", KugelposForm.date(event.generatedAt()))
            .append(STATUS, KugelposDelivery.status(delivery))
            .append("business_date", event.session().businessDate())
            .append("open_counter", event.session().openCounter())
            .append("payload", BsonDocuments.toKugelposBson(EventDocument.write(event)))
            .append("services", KugelposDelivery.services(delivery))
            .append("last_updated_at", KugelposForm.date(event.generatedAt()))
            .append(TAKEN, true);
    record.putAll(KugelposForm.key(event.terminal(), event.numbers().transactionNo()));
    return calls.insert(
        "write kugelpos delivery record",
        () ->
            records.updateOne(
                eq(EVENT, event.eventId()),
                new Document("$setOnInsert", record.append("_id", event.eventId())),
                new UpdateOptions().upsert(true)));
  }

  /** Repeats in kugelpos's record, if there is one, how far the delivery has come. */
  CompletionStage<Boolean> update(String eventId, Delivery delivery, OffsetDateTime now) {
    return calls.one(
        "update kugelpos delivery record",
        (UpdateResult done) -> true,
        () ->
            records.updateOne(
                eq(EVENT, eventId),
                combine(
                    set(STATUS, KugelposDelivery.status(delivery)),
                    set("services", KugelposDelivery.services(delivery)),
                    set("updated_at", KugelposForm.date(now)),
                    set("last_updated_at", KugelposForm.date(now)))));
  }

  /**
   * Takes over the events that kugelpos has not delivered, looking for them now and then. Recent
   * ones are left to kugelpos, which may still be busy with them.
   */
  CompletionStage<Void> takeDue(TenantDatabase database, String tenantId, OffsetDateTime now) {
    if (!pauses.isOver(tenantId, now.toInstant())) {
      return CompletableFuture.completedStage(null);
    }
    OffsetDateTime before = now.minus(MIN_AGE);
    Bson undelivered =
        and(
            eq("tenant_id", tenantId),
            UNDELIVERED,
            exists(TAKEN, false),
            lte("created_at", KugelposForm.date(before)));
    return calls
        .all(
            "find undelivered events of kugelpos",
            (Document record) -> record,
            () ->
                records
                    .find(undelivered)
                    .projection(exclude("payload"))
                    .sort(ascending("created_at"))
                    .limit(AT_ONCE))
        .thenCompose(found -> Stages.inTurn(found, record -> take(database, record, now)));
  }

  /** Takes over one event, whatever its status, if kugelpos made it. */
  CompletionStage<Void> take(
      TenantDatabase database, String tenantId, String eventId, OffsetDateTime now) {
    return calls
        .all(
            "find event of kugelpos",
            (Document record) -> record,
            () ->
                records
                    .find(and(eq(EVENT, eventId), eq("tenant_id", tenantId)))
                    .projection(exclude("payload")))
        .thenCompose(found -> Stages.inTurn(found, record -> take(database, record, now)));
  }

  private CompletionStage<Void> take(TenantDatabase database, Document record, OffsetDateTime now) {
    Optional<Delivery> delivery = read(record, now);
    if (delivery.isEmpty()) {
      return CompletableFuture.completedStage(null);
    }
    Document key = new Document();
    KugelposForm.KEY.forEach(field -> key.append(field, record.get(field)));
    Bson untaken = and(key, KugelposEntry.ALL, exists(StoredDelivery.FIELD, false));
    Bson taking =
        combine(
            set(EVENT, record.getString(EVENT)),
            set(StoredDelivery.FIELD, StoredDelivery.of(delivery.get(), 1)));
    return calls
        .one(
            "take over event",
            UpdateResult::getMatchedCount,
            () -> database.log().updateOne(untaken, taking))
        .thenCompose(matched -> marked(record, matched == 1));
  }

  /** Empty if a field is of another type than kugelpos writes; logged once. */
  private Optional<Delivery> read(Document record, OffsetDateTime now) {
    try {
      record.getString(EVENT);
      return Optional.of(KugelposDelivery.read(record, now));
    } catch (ClassCastException e) {
      if (unreadable.add(String.valueOf(record.get("_id")))) {
        LOG.warn(
            "cannot publish an event of kugelpos: document {} of {} has a field of a type that"
                + " kugelpos does not write; correct it",
            record.get("_id"),
            records.getNamespace());
      }
      return Optional.empty();
    }
  }

  private CompletionStage<Void> marked(Document record, boolean isTaken) {
    if (isTaken) {
      LOG.info("took over an undelivered event of kugelpos: {}", record.getString(EVENT));
    }
    return calls
        .one(
            "mark event as taken over",
            (UpdateResult done) -> true,
            () -> records.updateOne(eq("_id", record.get("_id")), set(TAKEN, true)))
        .thenAccept(done -> {});
  }
}
