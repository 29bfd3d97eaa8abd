package dev.poscart.adapters.mongo;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.poscart.domain.port.PortException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/**
 * One database per tenant. Reading makes none. Before the first write of a tenant its indexes are
 * made, because the unique ones are what keeps two tills from claiming one number.
 */
final class TenantDatabases {

  private final MongoClient client;
  private final TenantIndexes indexes;
  private final DatabaseNames names;
  private final PreparedTenants preparedTenants;

  TenantDatabases(
      MongoClient client, DriverCalls calls, DatabaseNames names, PreparedTenants preparedTenants) {
    this.client = client;
    this.indexes = new TenantIndexes(calls);
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
        .map(database -> preparedTenants.once(tenantId, () -> indexes.create(database)))
        .orElseGet(
            () ->
                CompletableFuture.failedStage(
                    new PortException(
                        DriverFailures.PORT,
                        PortException.Category.PERMANENT_FAILURE,
                        "the tenant's id cannot be the name of a database")));
  }

  /**
   * The same, without trust in what was made before: a terminal's log may begin because the
   * database was dropped, and its indexes with it.
   */
  CompletionStage<TenantDatabase> preparedAnew(String tenantId) {
    preparedTenants.forget(tenantId);
    return prepared(tenantId);
  }
}
