package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.ReferenceDocument;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TenantReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row of reference data.
 *
 * @param key identifies the row among those of its kind
 */
record ReferenceRow(String kind, String key, String body) {

  static final String TENANT = "tenant";
  static final String STORE = "store";
  static final String TERMINAL = "terminal";
  static final String PAYMENT_METHOD = "payment_method";
  static final String SETTING = "setting";
  static final String PROMOTION = "promotion";
  static final String TAXES = "taxes";
  static final String STAFF = "staff";

  private static final String ALL =
      "SELECT kind, key, body FROM reference WHERE tenant = ? ORDER BY id";

  private static final String REMOVE = "DELETE FROM reference WHERE tenant = ?";

  private static final String ADD =
      "INSERT INTO reference (tenant, kind, key, body) VALUES (?, ?, ?, ?)";

  static List<ReferenceRow> of(TenantReference reference) {
    List<ReferenceRow> rows = new ArrayList<>();
    rows.add(row(TENANT, "", Map.of()));
    reference
        .stores()
        .forEach(s -> rows.add(row(STORE, s.key().storeCode(), ReferenceDocument.write(s))));
    reference
        .terminals()
        .forEach(
            t -> rows.add(row(TERMINAL, keyOf(t.terminal().key()), ReferenceDocument.write(t))));
    reference
        .paymentMethods()
        .forEach(p -> rows.add(row(PAYMENT_METHOD, p.paymentCode(), ReferenceDocument.write(p))));
    reference.settings().forEach(s -> rows.add(row(SETTING, s.name(), ReferenceDocument.write(s))));
    reference
        .promotions()
        .forEach(p -> rows.add(row(PROMOTION, p.promotionCode(), ReferenceDocument.write(p))));
    reference.taxes().ifPresent(t -> rows.add(row(TAXES, "", ReferenceDocument.write(t))));
    reference.staff().forEach(s -> rows.add(row(STAFF, s.id(), ReferenceDocument.write(s))));
    return rows;
  }

  /** The key of a terminal. It is unambiguous, since a terminal number contains no hyphen. */
  static String keyOf(TerminalKey terminal) {
    return terminal.terminalNo() + "-" + terminal.storeCode();
  }

  /** A tenant's rows, in the order in which they were loaded. */
  static List<ReferenceRow> all(Session session, String tenantId) throws SQLException {
    return session.all(
        ALL,
        row -> new ReferenceRow(row.getString(1), row.getString(2), row.getString(3)),
        tenantId);
  }

  /** Replaces all rows of a tenant by these. */
  static boolean replaceAll(Session session, String tenantId, List<ReferenceRow> rows)
      throws SQLException {
    session.update(REMOVE, tenantId);
    for (ReferenceRow row : rows) {
      session.update(ADD, tenantId, row.kind, row.key, row.body);
    }
    return true;
  }

  /** Adds a tenant, unless it exists. */
  static boolean register(Session session, String tenantId) throws SQLException {
    if (all(session, tenantId).isEmpty()) {
      session.update(ADD, tenantId, TENANT, "", JsonDocuments.of(Map.of()));
    }
    return true;
  }

  private static ReferenceRow row(String kind, String key, Map<String, Object> document) {
    return new ReferenceRow(kind, key, JsonDocuments.of(document));
  }
}
