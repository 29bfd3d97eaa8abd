package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.document.ReferenceDocument;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.TenantReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/**
 * Stores reference data. Each step replaces documents and then deletes those left over, so a
 * working till never misses data that exists both before and after; the tenant is registered last.
 * Concurrent loads of the same data have the same result.
 */
final class MongoReferenceLoader implements ReferenceLoader {

  /**
   * Concurrent inserts of the same key can collide; the loser finds the document on its next
   * attempt.
   */
  private static final int TRIES = 5;

  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoReferenceLoader(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  @Override
  public CompletionStage<Void> load(TenantReference reference) {
    return databases
        .prepared(reference.tenantId())
        .thenCompose(
            database ->
                exactly(database.masters(), masters(reference))
                    .thenCompose(done -> exactly(database.stores(), stores(reference)))
                    .thenCompose(done -> exactly(database.terminals(), terminals(reference))))
        .thenCompose(done -> makeKnown(reference.tenantId()))
        .thenAccept(done -> {});
  }

  @Override
  public CompletionStage<Void> register(String tenantId) {
    return databases
        .prepared(tenantId)
        .thenCompose(prepared -> makeKnown(tenantId))
        .thenAccept(done -> {});
  }

  private CompletionStage<Boolean> makeKnown(String tenantId) {
    return write(
        databases.tenants(), List.of(upsert(new Document(ReferenceKind.ID, tenantId))), TRIES);
  }

  private static List<Document> masters(TenantReference reference) {
    return List.of(
        ReferenceKind.PAYMENT_METHODS.document(
            reference.paymentMethods(), ReferenceDocument::write),
        ReferenceKind.SETTINGS.document(reference.settings(), ReferenceDocument::write),
        ReferenceKind.PROMOTIONS.document(reference.promotions(), ReferenceDocument::write),
        ReferenceKind.TAX_TABLES.document(
            reference.taxes().stream().toList(), ReferenceDocument::write),
        ReferenceKind.STAFF.document(reference.staff(), ReferenceDocument::write));
  }

  private static List<Document> stores(TenantReference reference) {
    return reference.stores().stream()
        .map(store -> withId(store.key().storeCode(), ReferenceDocument.write(store)))
        .toList();
  }

  private static List<Document> terminals(TenantReference reference) {
    return reference.terminals().stream()
        .map(
            registered ->
                withId(
                    registered.terminal().key().terminalId(), ReferenceDocument.write(registered)))
        .toList();
  }

  private static Document withId(String id, Map<String, Object> plain) {
    Document document = new Document(ReferenceKind.ID, id);
    document.putAll(BsonDocuments.toBson(plain));
    return document;
  }

  private CompletionStage<Boolean> exactly(
      MongoCollection<Document> collection, List<Document> documents) {
    List<WriteModel<Document>> steps = new ArrayList<>();
    documents.forEach(document -> steps.add(upsert(document)));
    List<String> ids =
        documents.stream().map(document -> document.getString(ReferenceKind.ID)).toList();
    steps.add(new DeleteManyModel<>(nin(ReferenceKind.ID, ids)));
    return write(collection, steps, TRIES);
  }

  private static WriteModel<Document> upsert(Document document) {
    return new ReplaceOneModel<>(
        eq(ReferenceKind.ID, document.getString(ReferenceKind.ID)), document, UPSERT);
  }

  private CompletionStage<Boolean> write(
      MongoCollection<Document> collection, List<WriteModel<Document>> steps, int triesLeft) {
    if (triesLeft == 0) {
      return CompletableFuture.failedStage(
          new PortException(
              DriverFailures.PORT,
              PortException.Category.UNAVAILABLE,
              "load reference data: too many concurrent loads"));
    }
    return calls
        .insert("load reference data", () -> collection.bulkWrite(steps))
        .thenCompose(
            done ->
                done
                    ? CompletableFuture.completedStage(true)
                    : write(collection, steps, triesLeft - 1));
  }
}
