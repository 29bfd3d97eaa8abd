package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.ReferenceDocument;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.StaffMember;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TenantReference.RegisteredTerminal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All reference data of one tenant, arranged for look-ups. */
record TenantTables(
    Map<StoreKey, Store> stores,
    Map<TerminalKey, RegisteredTerminal> terminals,
    Map<String, PaymentMethod> paymentMethods,
    List<Setting> settings,
    List<Promotion> promotions,
    Optional<TaxTable> taxes,
    List<StaffMember> staff) {

  static TenantTables of(List<ReferenceRow> rows) {
    return new TenantTables(
        by(Store::key, of(rows, ReferenceRow.STORE, ReferenceDocument::readStore)),
        by(
            registered -> registered.terminal().key(),
            of(rows, ReferenceRow.TERMINAL, ReferenceDocument::readTerminal)),
        by(
            PaymentMethod::paymentCode,
            of(rows, ReferenceRow.PAYMENT_METHOD, ReferenceDocument::readPaymentMethod)),
        of(rows, ReferenceRow.SETTING, ReferenceDocument::readSetting),
        of(rows, ReferenceRow.PROMOTION, ReferenceDocument::readPromotion),
        of(rows, ReferenceRow.TAXES, ReferenceDocument::readTaxTable).stream().findFirst(),
        of(rows, ReferenceRow.STAFF, ReferenceDocument::readStaff));
  }

  private static <T> List<T> of(
      List<ReferenceRow> rows, String kind, Function<Map<String, Object>, T> form) {
    return rows.stream()
        .filter(row -> row.kind().equals(kind))
        .map(row -> form.apply(JsonDocuments.read(row.body())))
        .toList();
  }

  private static <K, T> Map<K, T> by(Function<T, K> key, List<T> values) {
    return values.stream()
        .collect(Collectors.toUnmodifiableMap(key, Function.identity(), (first, again) -> first));
  }
}
