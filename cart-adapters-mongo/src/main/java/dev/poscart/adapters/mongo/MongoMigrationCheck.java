package dev.poscart.adapters.mongo;

import com.mongodb.event.ServerListener;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.poscart.domain.port.Stages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;

/**
 * Reads the databases of kugelpos's cart service before this service takes over. It only reads: it
 * creates no database, collection or index, so that a user with the role {@code read} suffices, and
 * kugelpos may be running. Collections are read once, document by document, so that their size does
 * not matter.
 */
public final class MongoMigrationCheck {

  private final MongoClient client;
  private final DriverCalls calls;
  private final DatabaseNames names;
  private final MigrationFindings findings;

  private MongoMigrationCheck(
      MongoClient client, DriverCalls calls, DatabaseNames names, MigrationFindings findings) {
    this.client = client;
    this.calls = calls;
    this.names = names;
    this.findings = findings;
  }

  /**
   * Reads the databases with the configured prefix: tenant after tenant, then the events of all.
   *
   * @return the tenants by name, once everything has been read; fails with {@link
   *     dev.poscart.domain.port.PortException} if the server cannot be read
   */
  public static CompletionStage<List<String>> run(MongoConfig config, MigrationFindings findings) {
    ExecutorService threads = CompletionThreads.start();
    DriverCalls calls = new DriverCalls(threads, config.operationTimeout());
    MongoClient client = MongoClients.create(DriverSettings.of(config, new ServerListener() {}));
    return new MongoMigrationCheck(
            client, calls, new DatabaseNames(config.databasePrefix()), findings)
        .run()
        .whenComplete(
            (tenants, failure) -> {
              client.close();
              threads.shutdown();
            });
  }

  private CompletionStage<List<String>> run() {
    return calls
        .all("list databases", names::tenantOf, client::listDatabaseNames)
        .thenApply(found -> found.stream().flatMap(Optional::stream).sorted().toList())
        .thenCompose(
            tenants ->
                Stages.untilFailure(tenants, this::readTenant)
                    .thenCompose(done -> new EventSurvey(commons(), calls, findings).read())
                    .thenApply(done -> tenants));
  }

  private CompletionStage<Void> readTenant(String tenantId) {
    TenantDatabase database =
        names.ofTenant(tenantId).map(client::getDatabase).map(TenantDatabase::new).orElseThrow();
    return new CollectionSurvey(tenantId, database, calls, findings)
        .read()
        .thenCompose(done -> new NumberSurvey(tenantId, database, calls, findings).read())
        .thenCompose(done -> new CartSurvey(database, calls, findings).read())
        .thenCompose(done -> new IndexSurvey(tenantId, database, calls, findings).read());
  }

  private MongoDatabase commons() {
    return client.getDatabase(names.commons());
  }
}
