package dev.poscart.adapters.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.poscart.domain.port.PortException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * One database per tenant. Reading makes none. Before the first write of a tenant its indexes are
 * made, because the unique ones are what keeps two tills from claiming one number.
 */
final class TenantDatabases {

  private final MongoClient client;
  private final DriverCalls calls;
  private final DatabaseNames names;
  private final PreparedTenants preparedTenants;

  TenantDatabases(
      MongoClient client, DriverCalls calls, DatabaseNames names, PreparedTenants preparedTenants) {
    this.client = client;
    this.calls = calls;
    this.names = names;
    this.preparedTenants = preparedTenants;
  }

  /** The database of what belongs to no single tenant. */
  MongoDatabase commons() {
    return client.getDatabase(names.commons());
  }

  /** The tenants known, by {@code _id}. */
  MongoCollection<Document> tenants() {
    return commons().getCollection("info_tenant");
  }

  /** A tenant's database for reading; empty if no database can be named after the tenant. */
  Optional<TenantDatabase> find(String tenantId) {
    return names.ofTenant(tenantId).map(name -> new TenantDatabase(client.getDatabase(name)));
  }

  /** A tenant's database with its indexes, for writing. */
  CompletionStage<TenantDatabase> prepared(String tenantId) {
    return find(tenantId)
        .map(database -> preparedTenants.once(tenantId, () -> prepare(database)))
        .orElseGet(
            () ->
                CompletableFuture.failedStage(
                    new PortException(
                        DriverFailures.PORT,
                        PortException.Category.BROKEN,
                        "the tenant's id cannot be the name of a database")));
  }

  private CompletionStage<TenantDatabase> prepare(TenantDatabase database) {
    return create(database.carts(), cartIndexes())
        .thenCompose(made -> create(database.log(), logIndexes()))
        .thenCompose(made -> create(database.answers(), answerIndexes()))
        .thenApply(made -> database);
  }

  private CompletionStage<List<String>> create(
      MongoCollection<Document> collection, List<IndexModel> indexes) {
    return calls.all("create indexes", name -> name, () -> collection.createIndexes(indexes));
  }

  private static List<IndexModel> cartIndexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending(StoredCart.CLOSING_AT),
            new IndexOptions().name("closing").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredCart.PARKED_STORE, StoredCart.PARKED_AT),
            new IndexOptions().name("parked").sparse(true)),
        // Not sparse: those without it are looked for, too.
        new IndexModel(
            Indexes.ascending(StoredCart.REMOVABLE_SINCE), new IndexOptions().name("removable")));
  }

  private static List<IndexModel> answerIndexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending(StoredAnswer.EXPIRES_AT),
            new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS)),
        new IndexModel(
            Indexes.ascending(StoredAnswer.STORE, StoredAnswer.TERMINAL, StoredAnswer.BEGUN_AT),
            new IndexOptions().name("terminal")));
  }

  /** The claim needs none of its own: it is the {@code _id}. */
  private static List<IndexModel> logIndexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending("tenant_id", "store_code", "terminal_no", "transaction_no"),
            new IndexOptions().name("number").unique(true)),
        new IndexModel(
            Indexes.ascending(
                "tenant_id", "store_code", "terminal_no", "business_date", "transaction_no"),
            new IndexOptions().name("day")),
        new IndexModel(Indexes.ascending("event_id"), new IndexOptions().name("event")),
        new IndexModel(
            Indexes.ascending("store_code", "terminal_no", "transaction_no"),
            new IndexOptions()
                .name("unpublished")
                .partialFilterExpression(Filters.eq(StoredDelivery.IS_PUBLISHED, false))),
        new IndexModel(
            Indexes.ascending(StoredDelivery.DUE_AT), new IndexOptions().name("due").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredDelivery.STATUS), new IndexOptions().name("delivery")),
        new IndexModel(
            Indexes.ascending(TransactionQueries.REVERSES),
            new IndexOptions().name("reversals").sparse(true)));
  }
}
