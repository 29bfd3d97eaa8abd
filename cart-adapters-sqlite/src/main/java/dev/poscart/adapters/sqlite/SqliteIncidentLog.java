package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.LoggedIncident;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.IncidentLog;
import dev.poscart.domain.port.IncidentQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The incidents in SQLite. Each new one also deletes a few that are expired or too many. */
final class SqliteIncidentLog implements IncidentLog {

  /** More than one, so that old incidents are deleted faster than new ones arrive. */
  private static final int CLEARED_AT_ONCE = 8;

  private static final String INSERT =
      "INSERT INTO incidents (tenant, store, terminal, cart, kind, reason, at, expires_at, place)"
          + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(place), 0) + 1 FROM incidents"
          + " WHERE tenant = ?";

  private static final String CLEAR_EXPIRED =
      "DELETE FROM incidents WHERE id IN"
          + " (SELECT id FROM incidents WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)";

  private static final String CLEAR_EARLIEST =
      "DELETE FROM incidents WHERE id IN (SELECT id FROM incidents WHERE tenant = ?"
          + " AND place <= (SELECT max(place) FROM incidents WHERE tenant = ?) - ?"
          + " ORDER BY place LIMIT ?)";

  private static final String FIND =
      "SELECT tenant, store, terminal, cart, kind, reason, at FROM incidents"
          + " WHERE tenant = ? AND expires_at > ? AND (? IS NULL OR cart = ?)"
          + " AND (? IS NULL OR kind = ?) ORDER BY place DESC LIMIT ?";

  private final Engine engine;
  private final int maxPerTenant;

  SqliteIncidentLog(Engine engine, int maxPerTenant) {
    this.engine = engine;
    this.maxPerTenant = maxPerTenant;
  }

  @Override
  public CompletionStage<Void> append(LoggedIncident logged, Instant expiresAt) {
    CarryIncident incident = logged.incident();
    String tenantId = incident.terminal().tenantId();
    return engine
        .write(
            session -> {
              session.update(
                  INSERT,
                  incident.terminal(),
                  incident.cart().value(),
                  incident.kind().name(),
                  incident.reason(),
                  logged.at().toEpochMilli(),
                  expiresAt.toEpochMilli(),
                  tenantId);
              session.update(CLEAR_EXPIRED, logged.at().toEpochMilli(), CLEARED_AT_ONCE);
              return session.update(
                  CLEAR_EARLIEST, tenantId, tenantId, maxPerTenant, CLEARED_AT_ONCE);
            })
        .thenAccept(cleared -> {});
  }

  @Override
  public CompletionStage<List<LoggedIncident>> query(IncidentQuery query) {
    var cart = query.cart().map(CartId::value);
    var kind = query.kind().map(Enum::name);
    return engine.read(
        session ->
            session.all(
                FIND,
                SqliteIncidentLog::incident,
                query.tenantId(),
                query.now().toEpochMilli(),
                cart,
                cart,
                kind,
                kind,
                query.limit()));
  }

  private static LoggedIncident incident(ResultSet row) throws SQLException {
    return new LoggedIncident(
        new CarryIncident(
            CarryIncident.Kind.valueOf(row.getString(5)),
            new TerminalKey(row.getString(1), row.getString(2), row.getInt(3)),
            new CartId(row.getString(4)),
            row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)));
  }
}
