package dev.poscart.adapters.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the indexes of a tenant's database. The unique indexes are required. The others only
 * speed up queries, so sales do not depend on them: servers differ in the kinds of index they
 * support, and building one on a large collection takes time.
 */
final class TenantIndexes {

  private static final Logger LOG = LoggerFactory.getLogger(TenantIndexes.class);

  /** The keys by which earlier versions kept numbers unique. */
  private static final Set<String> REPLACED = Set.of("number", "unpublished");

  private final DriverCalls calls;
  private final Set<String> reportedMissing = ConcurrentHashMap.newKeySet();

  TenantIndexes(DriverCalls calls) {
    this.calls = calls;
  }

  /** Creates missing indexes one at a time, so that a rejected one does not prevent the others. */
  CompletionStage<TenantDatabase> create(TenantDatabase database) {
    return create(database.log(), position())
        .thenCompose(made -> create(database.log(), number()))
        .thenCompose(made -> create(database.log(), StoredCount.unique()))
        .thenCompose(made -> dropReplaced(database.log()))
        .thenCompose(made -> help(database.log(), logIndexes()))
        .thenCompose(made -> help(database.log(), List.of(deskDay(), StoredCount.inOrder())))
        .thenCompose(made -> help(database.carts(), cartIndexes()))
        .thenCompose(made -> help(database.idempotencyRecords(), answerIndexes()))
        .thenCompose(made -> help(database.revisions(), revisionIndexes()))
        .thenCompose(made -> help(database.incidents(), incidentIndexes()))
        .thenApply(made -> database);
  }

  private CompletionStage<Boolean> create(MongoCollection<Document> collection, IndexModel index) {
    return calls
        .all("create index", (String name) -> name, () -> collection.createIndexes(List.of(index)))
        .thenApply(names -> true)
        .exceptionallyCompose(
            failure ->
                ExistingIndex.isInTheWay(failure)
                    ? acceptEqual(collection, index)
                    : CompletableFuture.failedStage(failure));
  }

  /** Kugelpos, or an administrator, may have created the same index under another name. */
  private CompletionStage<Boolean> acceptEqual(
      MongoCollection<Document> collection, IndexModel index) {
    return calls
        .all("list indexes", ExistingIndex::new, () -> collection.listIndexes())
        .thenApply(
            existing -> {
              if (existing.stream().noneMatch(each -> each.isLike(index))) {
                throw ExistingIndex.conflict(collection.getNamespace(), index, existing);
              }
              return true;
            });
  }

  /**
   * Drops the indexes that the unique ones of this version replace; a failure here does no harm.
   */
  private CompletionStage<Void> dropReplaced(MongoCollection<Document> collection) {
    return calls
        .all("list indexes", (Document index) -> index.getString("name"), collection::listIndexes)
        .thenCompose(
            names ->
                Stages.inTurn(
                    names.stream().filter(REPLACED::contains).toList(),
                    name -> drop(collection, name)));
  }

  private CompletionStage<Void> drop(MongoCollection<Document> collection, String name) {
    return calls
        .first("drop index", (Void none) -> true, () -> collection.dropIndex(name))
        .exceptionally(
            failure -> {
              LOG.warn(
                  "cannot drop index {}.{}, which is no longer needed: {}",
                  collection.getNamespace().getCollectionName(),
                  name,
                  DriverFailures.of("drop index", failure).getMessage());
              return Optional.empty();
            })
        .thenAccept(over -> {});
  }

  private CompletionStage<Void> help(
      MongoCollection<Document> collection, List<IndexModel> indexes) {
    return Stages.untilFailure(indexes, index -> help(collection, index).thenAccept(made -> {}));
  }

  private CompletionStage<Boolean> help(MongoCollection<Document> collection, IndexModel index) {
    return create(collection, index)
        .exceptionallyCompose(
            failure -> {
              PortException why = DriverFailures.of("create index", failure);
              return why.category() == PortException.Category.UNAVAILABLE
                  ? CompletableFuture.failedStage(why)
                  : without(collection, index, why);
            });
  }

  /**
   * The index was rejected, or is still being built, which takes a while on a large collection.
   * Logged once, not for each tenant and each reconnection.
   */
  private CompletionStage<Boolean> without(
      MongoCollection<Document> collection, IndexModel index, PortException why) {
    String name =
        collection.getNamespace().getCollectionName() + "." + index.getOptions().getName();
    if (reportedMissing.add(name)) {
      LOG.warn("cannot create index {}, continuing without it: {}", name, why.getMessage());
    }
    return CompletableFuture.completedStage(false);
  }

  /**
   * Keeps the positions of a terminal apart. The claim is the {@code _id} and needs no index of its
   * own.
   */
  static IndexModel position() {
    return new IndexModel(
        Indexes.ascending(StoredPlace.FIELD),
        new IndexOptions().name("position").unique(true).sparse(true));
  }

  /** Keeps transaction numbers unique under a business counter. */
  static IndexModel number() {
    return new IndexModel(
        Indexes.ascending(
            "tenant_id", "store_code", "terminal_no", "transaction_no", "business_counter"),
        new IndexOptions().name("session_number").unique(true));
  }

  static List<IndexModel> logIndexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending(
                "tenant_id", "store_code", "terminal_no", StoredPlace.POSITION, "transaction_no"),
            new IndexOptions().name("order")),
        new IndexModel(
            Indexes.ascending(
                "tenant_id", "store_code", "terminal_no", "business_date", "transaction_no"),
            new IndexOptions().name("day")),
        new IndexModel(Indexes.ascending("event_id"), new IndexOptions().name("event")),
        new IndexModel(
            Indexes.ascending("store_code", "terminal_no", StoredPlace.POSITION, "transaction_no"),
            new IndexOptions()
                .name("next_unpublished")
                .partialFilterExpression(Filters.eq(StoredDelivery.IS_PUBLISHED, false))),
        new IndexModel(
            Indexes.ascending(StoredDelivery.DUE_AT), new IndexOptions().name("due").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredDelivery.STATUS), new IndexOptions().name("delivery")),
        new IndexModel(
            Indexes.ascending(TransactionQueries.REVERSES),
            new IndexOptions().name("reversals").sparse(true)),
        new IndexModel(
            Indexes.ascending(KugelposReversals.ORIGIN),
            new IndexOptions().name("origin").sparse(true)),
        new IndexModel(
            Indexes.ascending(KugelposRecords.DUE),
            new IndexOptions().name("kugelpos_due").sparse(true)));
  }

  static IndexModel deskDay() {
    return new IndexModel(
        Indexes.ascending(
            "store_code", "terminal_no", StoredDeskEntry.BUSINESS_DATE, StoredPlace.POSITION),
        new IndexOptions()
            .name("desk_day")
            .partialFilterExpression(Filters.exists(StoredDeskEntry.BUSINESS_DATE)));
  }

  static List<IndexModel> cartIndexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending(StoredCart.CLOSING_AT),
            new IndexOptions().name("closing").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredCart.PARKED_STORE, StoredCart.PARKED_AT),
            new IndexOptions().name("parked").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredCart.OPEN_AT), new IndexOptions().name("open").sparse(true)),
        // Not sparse, since queries also look for carts without the field.
        new IndexModel(
            Indexes.ascending(StoredCart.REMOVABLE_SINCE), new IndexOptions().name("removable")));
  }

  static List<IndexModel> revisionIndexes() {
    return List.of(expiry(MongoCartRevisions.EXPIRES_AT));
  }

  static List<IndexModel> incidentIndexes() {
    return List.of(
        expiry(MongoIncidentLog.EXPIRES_AT),
        new IndexModel(Indexes.ascending(MongoIncidentLog.AT), new IndexOptions().name("time")),
        new IndexModel(Indexes.ascending(MongoIncidentLog.CART), new IndexOptions().name("cart")));
  }

  /** Documents are deleted once the date in the field is past. */
  private static IndexModel expiry(String field) {
    return new IndexModel(
        Indexes.ascending(field),
        new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS));
  }

  /**
   * Without the first of these, expired records are removed once the terminal has begun enough
   * other requests.
   */
  static List<IndexModel> answerIndexes() {
    return List.of(
        expiry(IdempotencyDocument.EXPIRES_AT),
        new IndexModel(
            Indexes.ascending(
                IdempotencyDocument.STORE,
                IdempotencyDocument.TERMINAL,
                IdempotencyDocument.BEGUN_AT),
            new IndexOptions().name("terminal")));
  }
}
