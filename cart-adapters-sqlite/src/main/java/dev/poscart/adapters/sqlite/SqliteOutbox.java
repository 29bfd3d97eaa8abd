package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.DeliveryDocument;
import dev.poscart.domain.document.LogEntryDocument;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.DeliveryStatus;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.port.Outbox;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.port.Stages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The outbox in SQLite. Its writes are not synced one by one; events whose record is lost in a
 * power failure are published again.
 */
final class SqliteOutbox implements Outbox {

  private static final String ENTRY =
      "SELECT log.body, outbox.body, outbox.version FROM outbox JOIN log USING (id) ";

  /**
   * Steps from terminal to terminal in the index, so that the cost is one look-up per terminal with
   * unpublished events, however many those are. The pluses take away the columns' affinities, with
   * which SQLite would search the index by the store alone.
   */
  private static final String FIND_DUE =
      "WITH RECURSIVE first(id) AS ("
          + " SELECT (SELECT id FROM outbox WHERE tenant = ?1 AND is_published = 0"
          + " ORDER BY store, terminal, position LIMIT 1)"
          + " UNION ALL"
          + " SELECT (SELECT following.id FROM outbox AS following, outbox AS this"
          + " WHERE this.id = first.id AND following.tenant = ?1 AND following.is_published = 0"
          + " AND (following.store, following.terminal) > (+this.store, +this.terminal)"
          + " ORDER BY following.store, following.terminal, following.position LIMIT 1)"
          + " FROM first WHERE first.id IS NOT NULL) "
          + ENTRY
          + "WHERE outbox.id IN ("
          + "SELECT id FROM (SELECT id, due_at FROM outbox WHERE id IN (SELECT id FROM first)"
          + " AND due_at <= ?2"
          + " UNION ALL"
          + " SELECT id, due_at FROM outbox WHERE tenant = ?1 AND is_published = 1"
          + " AND due_at IS NOT NULL AND due_at <= ?2"
          + " ORDER BY due_at LIMIT ?3))"
          + " ORDER BY outbox.due_at";

  /** With the condition of the index over statuses, word for word. */
  private static final String FIND_PARKED =
      ENTRY
          + "WHERE outbox.tenant = ? AND status <> 'delivered' AND status = 'parked'"
          + " AND is_published = 0 LIMIT ?";

  private static final String FIND =
      ENTRY + "WHERE outbox.tenant = ? AND outbox.event = ? ORDER BY outbox.id LIMIT 1";

  private static final String REPLACE =
      "UPDATE outbox SET version = version + 1, status = ?, is_published = ?, due_at = ?, body = ?"
          + " WHERE id = (SELECT id FROM log WHERE tenant = ? AND claim = ?) AND version = ?";

  private static final String COUNT =
      "SELECT status, count(*) FROM (SELECT status FROM outbox"
          + " WHERE tenant = ? AND status <> 'delivered' ORDER BY status LIMIT ?) GROUP BY status";

  private final Engine engine;

  SqliteOutbox(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<List<OutboxEntry>> findDue(
      String tenantId, OffsetDateTime now, int limit) {
    return engine.read(
        session -> session.all(FIND_DUE, SqliteOutbox::entry, tenantId, SortKeys.of(now), limit));
  }

  @Override
  public CompletionStage<List<OutboxEntry>> findParked(String tenantId, int limit) {
    return engine.read(session -> session.all(FIND_PARKED, SqliteOutbox::entry, tenantId, limit));
  }

  @Override
  public CompletionStage<Optional<OutboxEntry>> find(String tenantId, String eventId) {
    return engine.read(session -> session.first(FIND, SqliteOutbox::entry, tenantId, eventId));
  }

  @Override
  public CompletionStage<Boolean> replace(OutboxEntry before, Delivery after) {
    return Stages.attempt(
        () -> {
          String body = JsonDocuments.of(DeliveryDocument.write(after));
          return engine.write(
              session ->
                  session.update(
                          REPLACE,
                          DeliveryDocument.word(after.status()),
                          after.isPublished(),
                          after.dueAt().map(SortKeys::of),
                          body,
                          before.event().terminal().tenantId(),
                          before.event().claim(),
                          before.version())
                      == 1);
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<Map<DeliveryStatus, Long>> count(String tenantId) {
    record Count(DeliveryStatus status, long events) {}
    return engine
        .read(
            session ->
                session.all(
                    COUNT, row -> new Count(status(row), row.getLong(2)), tenantId, COUNTED))
        .thenApply(
            counts -> {
              Map<DeliveryStatus, Long> all = new EnumMap<>(DeliveryStatus.class);
              counts.forEach(count -> all.put(count.status(), count.events()));
              return all;
            });
  }

  private static DeliveryStatus status(ResultSet row) throws SQLException {
    String word = row.getString(1);
    return DeliveryDocument.status(word)
        .orElseThrow(
            () -> SqliteFailures.permanent("outbox.status: " + word + " (expected: a status)"));
  }

  private static OutboxEntry entry(ResultSet row) throws SQLException {
    LogEntry event = LogEntryDocument.read(JsonDocuments.read(row.getString(1)));
    Delivery delivery =
        Optional.ofNullable(row.getString(2))
            .map(body -> DeliveryDocument.read(JsonDocuments.read(body)))
            .orElseGet(() -> Delivery.pending(event.generatedAt()));
    return new OutboxEntry(event, delivery, row.getLong(3));
  }
}
