package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.ReferenceLoader;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TenantReference;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import dev.poscart.domain.port.TerminalDirectory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The reference data of all tenants in SQLite, cached, since every request reads it several times.
 * No other process can change the file, so a cached value is valid until the next load.
 *
 * <p>A load invalidates the cache after its commit: (1) a reader that began before the commit puts
 * its stage into the map, (2) the load commits, (3) the load removes that stage and only then
 * completes. Requests after the load read the new data.
 */
final class SqliteReference implements TerminalDirectory, ReferenceLoader {

  private static final String TENANT_IDS =
      "SELECT tenant FROM reference WHERE kind = 'tenant' ORDER BY tenant";

  private final Engine engine;
  private final Map<String, CompletableFuture<Optional<TenantTables>>> remembered =
      new ConcurrentHashMap<>();

  SqliteReference(Engine engine) {
    this.engine = engine;
  }

  ReferenceData ports() {
    return new ReferenceData(
        this,
        new SqliteStoreDirectory(this),
        this::terminals,
        this::paymentMethods,
        this::taxes,
        this::settings,
        store -> promotions(store.tenantId()));
  }

  @Override
  public CompletionStage<Void> load(TenantReference reference) {
    return Stages.attempt(
        () -> {
          List<ReferenceRow> rows = ReferenceRow.of(reference);
          return write(
              reference.tenantId(),
              session -> ReferenceRow.replaceAll(session, reference.tenantId(), rows));
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<Void> register(String tenantId) {
    return write(tenantId, session -> ReferenceRow.register(session, tenantId));
  }

  private CompletionStage<Void> write(String tenantId, Operation<Boolean> change) {
    return engine
        .write(change)
        .whenComplete((done, failure) -> remembered.remove(tenantId))
        .thenAccept(done -> {});
  }

  CompletionStage<List<String>> tenantIds() {
    return engine.read(session -> session.all(TENANT_IDS, row -> row.getString(1)));
  }

  CompletionStage<Optional<Store>> store(StoreKey key) {
    return tables(key.tenantId())
        .thenApply(found -> found.flatMap(tables -> Optional.ofNullable(tables.stores().get(key))));
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
    return tables(store.tenantId())
        .thenApply(
            found ->
                found.map(TenantTables::terminals).orElse(Map.of()).keySet().stream()
                    .filter(key -> key.store().equals(store))
                    .sorted(Comparator.comparing(TerminalKey::terminalNo))
                    .toList());
  }

  private CompletionStage<Optional<RegisteredTerminal>> terminal(TerminalKey key) {
    return tables(key.tenantId())
        .thenApply(
            found -> found.flatMap(tables -> Optional.ofNullable(tables.terminals().get(key))));
  }

  private CompletionStage<Map<String, PaymentMethod>> paymentMethods(String tenantId) {
    return tables(tenantId)
        .thenApply(found -> found.map(TenantTables::paymentMethods).orElse(Map.of()));
  }

  private CompletionStage<Optional<TaxTable>> taxes(String tenantId) {
    return tables(tenantId).thenApply(found -> found.flatMap(TenantTables::taxes));
  }

  private CompletionStage<List<Setting>> settings(String tenantId) {
    return tables(tenantId).thenApply(found -> found.map(TenantTables::settings).orElse(List.of()));
  }

  private CompletionStage<List<Promotion>> promotions(String tenantId) {
    return tables(tenantId)
        .thenApply(found -> found.map(TenantTables::promotions).orElse(List.of()));
  }

  CompletionStage<Optional<TenantTables>> tables(String tenantId) {
    CompletableFuture<Optional<TenantTables>> known = remembered.get(tenantId);
    if (known != null) {
      return known;
    }
    CompletableFuture<Optional<TenantTables>> fresh = new CompletableFuture<>();
    CompletableFuture<Optional<TenantTables>> first = remembered.putIfAbsent(tenantId, fresh);
    return first != null ? first : read(tenantId, fresh);
  }

  // Failures and absent tenants are not cached: the former are temporary, the latter could be any
  // number.
  private CompletionStage<Optional<TenantTables>> read(
      String tenantId, CompletableFuture<Optional<TenantTables>> fresh) {
    return engine
        .read(session -> read(session, tenantId))
        .whenComplete(
            (found, failure) -> {
              if (failure != null) {
                remembered.remove(tenantId, fresh);
                fresh.completeExceptionally(failure);
                return;
              }
              if (found.isEmpty()) {
                remembered.remove(tenantId, fresh);
              }
              fresh.complete(found);
            });
  }

  private static Optional<TenantTables> read(Session session, String tenantId) throws SQLException {
    List<ReferenceRow> rows = ReferenceRow.all(session, tenantId);
    return rows.isEmpty() ? Optional.empty() : Optional.of(TenantTables.of(rows));
  }
}
