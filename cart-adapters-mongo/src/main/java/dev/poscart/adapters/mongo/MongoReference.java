package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.document.ReferenceDocument;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.bson.Document;

/** Reads tenants' reference data as stored by {@link MongoReferenceLoader}. */
final class MongoReference implements TerminalDirectory {

  private final TenantDatabases databases;
  private final DriverCalls calls;

  MongoReference(TenantDatabases databases, DriverCalls calls) {
    this.databases = databases;
    this.calls = calls;
  }

  ReferenceData ports() {
    return new ReferenceData(
        this,
        new MongoStoreDirectory(this),
        this::terminals,
        this::paymentMethods,
        this::taxes,
        this::settings,
        store -> promotions(store.tenantId()));
  }

  @Override
  public CompletionStage<Optional<Terminal>> authenticate(TerminalKey key, String apiKey) {
    return terminal(key)
        .thenApply(
            found ->
                found
                    .filter(registered -> registered.apiKey().matches(key, apiKey))
                    .map(RegisteredTerminal::terminal));
  }

  @Override
  public CompletionStage<Optional<Terminal>> find(TerminalKey key, Instant notBefore) {
    return terminal(key).thenApply(found -> found.map(RegisteredTerminal::terminal));
  }

  private CompletionStage<List<TerminalKey>> terminals(StoreKey store) {
    return databases
        .read(
            store.tenantId(),
            List.<RegisteredTerminal>of(),
            database ->
                calls.all(
                    "list terminals",
                    document -> ReferenceDocument.readTerminal(BsonDocuments.toPlain(document)),
                    () -> database.terminals().find()))
        .thenApply(
            found ->
                found.stream()
                    .map(registered -> registered.terminal().key())
                    .filter(key -> key.store().equals(store))
                    .sorted(Comparator.comparing(TerminalKey::terminalNo))
                    .toList());
  }

  private CompletionStage<Optional<RegisteredTerminal>> terminal(TerminalKey key) {
    return byId(
        key.tenantId(),
        TenantDatabase::terminals,
        key.terminalId(),
        document -> ReferenceDocument.readTerminal(BsonDocuments.toPlain(document)));
  }

  CompletionStage<Optional<Store>> store(StoreKey key) {
    return byId(
        key.tenantId(),
        TenantDatabase::stores,
        key.storeCode(),
        document -> ReferenceDocument.readStore(BsonDocuments.toPlain(document)));
  }

  CompletionStage<List<String>> tenantIds() {
    return calls.all(
        "list tenants",
        (Document tenant) -> tenant.getString(ReferenceKind.ID),
        () -> databases.tenants().find().sort(ascending(ReferenceKind.ID)));
  }

  private CompletionStage<Map<String, PaymentMethod>> paymentMethods(String tenantId) {
    return all(tenantId, ReferenceKind.PAYMENT_METHODS, ReferenceDocument::readPaymentMethod)
        .thenApply(
            methods -> {
              Map<String, PaymentMethod> byCode = new LinkedHashMap<>();
              methods.forEach(method -> byCode.put(method.paymentCode(), method));
              return byCode;
            });
  }

  private CompletionStage<List<Setting>> settings(String tenantId) {
    return all(tenantId, ReferenceKind.SETTINGS, ReferenceDocument::readSetting);
  }

  private CompletionStage<List<Promotion>> promotions(String tenantId) {
    return all(tenantId, ReferenceKind.PROMOTIONS, ReferenceDocument::readPromotion);
  }

  private CompletionStage<Optional<TaxTable>> taxes(String tenantId) {
    return all(tenantId, ReferenceKind.TAX_TABLES, ReferenceDocument::readTaxTable)
        .thenApply(tables -> tables.stream().findFirst());
  }

  <T> CompletionStage<List<T>> all(
      String tenantId, ReferenceKind kind, Function<Map<String, Object>, T> read) {
    return byId(
            tenantId,
            TenantDatabase::masters,
            kind.id(),
            document -> ReferenceKind.entries(document, read))
        .thenApply(found -> found.orElse(List.of()));
  }

  private <T> CompletionStage<Optional<T>> byId(
      String tenantId,
      Function<TenantDatabase, MongoCollection<Document>> collection,
      String id,
      Function<Document, T> read) {
    return databases.read(
        tenantId,
        Optional.empty(),
        database ->
            calls.first(
                "find reference data",
                read,
                () -> collection.apply(database).find(eq(ReferenceKind.ID, id)).first()));
  }
}
