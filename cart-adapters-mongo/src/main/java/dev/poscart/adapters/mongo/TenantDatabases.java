package dev.poscart.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.TenantFaults;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.bson.Document;

/**
 * The databases, one per tenant. Reading does not create one. Before a tenant's first write its
 * indexes are created, because the unique ones keep two tills from using the same number.
 */
final class TenantDatabases {

  private final MongoClient client;
  private final TenantIndexes indexes;
  private final DatabaseNames names;
  private final PreparedTenants preparedTenants;
  private final PreparationFaults faults = new PreparationFaults();

  TenantDatabases(
      MongoClient client, DriverCalls calls, DatabaseNames names, PreparedTenants preparedTenants) {
    this.client = client;
    this.indexes = new TenantIndexes(calls);
    this.names = names;
    this.preparedTenants = preparedTenants;
  }

  /** The database for data that belongs to no single tenant. */
  MongoDatabase commons() {
    return client.getDatabase(names.commons());
  }

  /** Kugelpos's delivery records, of all tenants. */
  MongoCollection<Document> kugelposDeliveries() {
    return commons().getCollection(KugelposDeliveries.COLLECTION);
  }

  /** The registered tenants, by {@code _id}. */
  MongoCollection<Document> tenants() {
    return commons().getCollection("info_tenant");
  }

  /** The tenant's database for reading; empty if no database can have its name. */
  Optional<TenantDatabase> find(String tenantId) {
    return names.ofTenant(tenantId).map(name -> new TenantDatabase(client.getDatabase(name)));
  }

  /**
   * Reads the tenant's database.
   *
   * @param otherwise the result if no database can have its name
   */
  <T> CompletionStage<T> read(
      String tenantId, T otherwise, Function<TenantDatabase, CompletionStage<T>> reading) {
    return find(tenantId).map(reading).orElseGet(() -> CompletableFuture.completedStage(otherwise));
  }

  /** The tenant's database for writing, with its indexes. */
  CompletionStage<TenantDatabase> prepared(String tenantId) {
    return find(tenantId)
        .map(database -> preparedTenants.once(tenantId, () -> prepare(tenantId, database)))
        .orElseGet(
            () ->
                CompletableFuture.failedStage(
                    new PortException(
                        DriverFailures.PORT,
                        PortException.Category.PERMANENT_FAILURE,
                        "a database cannot be named after this tenant id")));
  }

  private CompletionStage<TenantDatabase> prepare(String tenantId, TenantDatabase database) {
    return indexes
        .create(database, () -> preparedTenants.forget(tenantId))
        .whenComplete(
            (prepared, failure) -> {
              if (failure == null) {
                faults.none(tenantId);
              } else {
                faults.add(tenantId, failure);
              }
            });
  }

  /** Completes when no index is being created; never fails. */
  CompletionStage<Void> settled() {
    return indexes.settled();
  }

  /** The tenants whose databases cannot be prepared. */
  TenantFaults faults() {
    return faults.report();
  }

  /**
   * The tenant's database with its indexes checked again: a terminal's log may start over because
   * the database was dropped, including its indexes.
   */
  CompletionStage<TenantDatabase> preparedAnew(String tenantId) {
    preparedTenants.forget(tenantId);
    return prepared(tenantId);
  }
}
