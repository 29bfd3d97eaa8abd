package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.ReferenceDocument;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TenantReference;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The reference data of the tenants in the file: one row for each thing, in the order given. */
final class SqliteReference {

  private static final String TENANT_IDS =
      "SELECT tenant FROM reference WHERE kind = 'tenant' ORDER BY tenant";

  private static final String ALL_OF_KIND =
      "SELECT body FROM reference WHERE tenant = ? AND kind = ? ORDER BY id";

  private static final String ONE =
      "SELECT body FROM reference WHERE tenant = ? AND kind = ? AND key = ?";

  private final Engine engine;

  SqliteReference(Engine engine) {
    this.engine = engine;
  }

  CompletionStage<Void> load(TenantReference reference) {
    return Stages.of(
        () -> {
          List<ReferenceRow> rows = ReferenceRow.of(reference);
          return engine
              .write(session -> ReferenceRow.replaceAll(session, reference.tenantId(), rows))
              .thenAccept(done -> {});
        });
  }

  CompletionStage<List<String>> tenantIds() {
    return engine.read(session -> session.all(TENANT_IDS, row -> row.getString(1)));
  }

  CompletionStage<Optional<Store>> store(StoreKey key) {
    return one(key.tenantId(), ReferenceRow.STORE, key.storeCode(), ReferenceDocument::readStore);
  }

  CompletionStage<Optional<Terminal>> authenticate(TerminalKey key, String apiKey) {
    return this.<RegisteredTerminal>one(
            key.tenantId(),
            ReferenceRow.TERMINAL,
            ReferenceRow.keyOf(key),
            ReferenceDocument::readTerminal)
        .thenApply(
            registered ->
                registered
                    .filter(known -> known.apiKey().matches(key, apiKey))
                    .map(RegisteredTerminal::terminal));
  }

  CompletionStage<Map<String, PaymentMethod>> paymentMethods(String tenantId) {
    return all(tenantId, ReferenceRow.PAYMENT_METHOD, ReferenceDocument::readPaymentMethod)
        .thenApply(
            methods -> {
              Map<String, PaymentMethod> byCode = new LinkedHashMap<>();
              methods.forEach(method -> byCode.put(method.paymentCode(), method));
              return Collections.unmodifiableMap(byCode);
            });
  }

  CompletionStage<TaxTable> taxes(String tenantId) {
    return one(tenantId, ReferenceRow.TAXES, "", ReferenceDocument::readTaxTable)
        .thenApply(own -> own.orElse(TaxTable.STANDARD));
  }

  CompletionStage<List<Setting>> settings(String tenantId) {
    return all(tenantId, ReferenceRow.SETTING, ReferenceDocument::readSetting);
  }

  CompletionStage<List<Promotion>> promotions(String tenantId) {
    return all(tenantId, ReferenceRow.PROMOTION, ReferenceDocument::readPromotion);
  }

  private <T> CompletionStage<Optional<T>> one(
      String tenantId, String kind, String key, Function<Map<String, Object>, T> form) {
    return engine.read(
        session ->
            session.first(
                ONE, row -> form.apply(Body.read(row.getString(1))), tenantId, kind, key));
  }

  private <T> CompletionStage<List<T>> all(
      String tenantId, String kind, Function<Map<String, Object>, T> form) {
    return engine.read(
        session ->
            session.all(
                ALL_OF_KIND, row -> form.apply(Body.read(row.getString(1))), tenantId, kind));
  }
}
