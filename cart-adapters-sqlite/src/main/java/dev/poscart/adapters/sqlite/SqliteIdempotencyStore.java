package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.PackedText;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.port.IdempotencyRecord;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.Stages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The idempotency store in SQLite. Each new request also deletes a few expired ones. */
final class SqliteIdempotencyStore implements IdempotencyStore {

  /** More than one, so that expired records are deleted faster than new ones arrive. */
  private static final int CLEARED_AT_ONCE = 8;

  private static final String OF_TERMINAL = " WHERE tenant = ? AND store = ? AND terminal = ?";
  private static final String OF_KEY = OF_TERMINAL + " AND key = ?";

  private static final String FIND =
      "SELECT digest, change, attempt, lease_end, expires_at, status, version, body FROM answers"
          + OF_KEY;

  private static final String INSERT =
      "INSERT INTO answers (tenant, store, terminal, key, digest, change, attempt, lease_end,"
          + " expires_at, place)"
          + " SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(place), 0) + 1 FROM answers"
          + OF_TERMINAL;

  private static final String TAKE_OVER = "UPDATE answers SET attempt = ?, lease_end = ?" + OF_KEY;

  private static final String COMPLETE =
      "UPDATE answers SET status = ?, version = ?, body = ?"
          + OF_KEY
          + " AND change = ? AND status IS NULL";

  private static final String REMOVE = "DELETE FROM answers" + OF_KEY;

  private static final String FORGET =
      REMOVE + " AND change = ? AND attempt = ? AND status IS NULL";

  private static final String RELEASE =
      "UPDATE answers SET lease_end = 0" + OF_KEY + " AND attempt = ? AND status IS NULL";

  private static final String END_LEASES =
      "UPDATE answers SET lease_end = 0 WHERE status IS NULL AND lease_end > 0";

  private static final String CLEAR_EXPIRED =
      "DELETE FROM answers WHERE id IN"
          + " (SELECT id FROM answers WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)";

  private static final String CLEAR_EARLIEST =
      "DELETE FROM answers WHERE id IN (SELECT id FROM answers"
          + OF_TERMINAL
          + " AND place <= (SELECT max(place) FROM answers"
          + OF_TERMINAL
          + ") - ? ORDER BY place LIMIT ?)";

  private final Engine engine;
  private final int maxPerTerminal;

  SqliteIdempotencyStore(Engine engine, int maxPerTerminal) {
    this.engine = engine;
    this.maxPerTerminal = maxPerTerminal;
  }

  /** Ends the leases of an earlier process at once. No other process uses the file. */
  CompletionStage<Void> endLeases() {
    return engine.write(session -> session.update(END_LEASES)).thenAccept(ended -> {});
  }

  @Override
  public CompletionStage<BeginOutcome> begin(
      IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt) {
    return engine.write(session -> begin(session, key, fingerprint, attempt));
  }

  @Override
  public CompletionStage<Boolean> complete(
      IdempotencyKey key, ChangeId change, StoredResponse response) {
    return Stages.attempt(
        () -> {
          byte[] body = PackedText.pack(response.body());
          return engine.write(
              session ->
                  session.update(
                          COMPLETE,
                          response.status(),
                          response.version(),
                          body,
                          key,
                          change.value())
                      == 1);
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<Boolean> forget(IdempotencyKey key, ChangeId attempt) {
    return engine.write(
        session -> session.update(FORGET, key, attempt.value(), attempt.value()) == 1);
  }

  @Override
  public CompletionStage<Boolean> release(IdempotencyKey key, ChangeId attempt) {
    return engine.write(session -> session.update(RELEASE, key, attempt.value()) == 1);
  }

  private BeginOutcome begin(
      Session session, IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt)
      throws SQLException {
    Optional<IdempotencyRecord> found = session.first(FIND, SqliteIdempotencyStore::record, key);
    if (found.isPresent() && !found.get().isExpired(attempt.at())) {
      Optional<BeginOutcome> outcome = found.get().outcomeFor(fingerprint, attempt.at());
      return outcome.isPresent() ? outcome.get() : takeOver(session, key, found.get(), attempt);
    }
    if (found.isPresent()) {
      remove(session, key);
    }
    insert(session, key, fingerprint, attempt);
    clear(session, key, attempt.at());
    return new BeginOutcome.First();
  }

  private static BeginOutcome takeOver(
      Session session, IdempotencyKey key, IdempotencyRecord record, Attempt attempt)
      throws SQLException {
    session.update(TAKE_OVER, attempt.id().value(), attempt.leaseEnd().toEpochMilli(), key);
    return new BeginOutcome.TakenOver(record.change());
  }

  private static void remove(Session session, IdempotencyKey key) throws SQLException {
    session.update(REMOVE, key);
  }

  private static void insert(
      Session session, IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt)
      throws SQLException {
    session.update(
        INSERT,
        key,
        fingerprint.value(),
        attempt.id().value(),
        attempt.id().value(),
        attempt.leaseEnd().toEpochMilli(),
        attempt.expiresAt().toEpochMilli(),
        key.terminal());
  }

  private void clear(Session session, IdempotencyKey key, Instant now) throws SQLException {
    session.update(CLEAR_EXPIRED, now.toEpochMilli(), CLEARED_AT_ONCE);
    session.update(CLEAR_EARLIEST, key.terminal(), key.terminal(), maxPerTerminal, CLEARED_AT_ONCE);
  }

  private static IdempotencyRecord record(ResultSet row) throws SQLException {
    return new IdempotencyRecord(
        row.getString(1),
        new ChangeId(row.getString(2)),
        new ChangeId(row.getString(3)),
        Instant.ofEpochMilli(row.getLong(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        answer(row));
  }

  private static Optional<StoredResponse> answer(ResultSet row) throws SQLException {
    int status = row.getInt(6);
    return row.wasNull()
        ? Optional.empty()
        : Optional.of(
            new StoredResponse(
                status, Optional.ofNullable(row.getString(7)), PackedText.unpack(row.getBytes(8))));
  }
}
