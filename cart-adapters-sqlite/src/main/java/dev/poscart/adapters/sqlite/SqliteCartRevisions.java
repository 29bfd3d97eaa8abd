package dev.poscart.adapters.sqlite;

import dev.poscart.domain.model.CartRevision;
import dev.poscart.domain.port.CartRevisions;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** The revisions of carried carts in SQLite. Each step also deletes a few expired records. */
final class SqliteCartRevisions implements CartRevisions {

  /** More than one, so that expired records are deleted faster than new ones arrive. */
  private static final int CLEARED_AT_ONCE = 8;

  private static final String ADVANCE =
      "INSERT INTO revisions (tenant, cart, revision, digest, expires_at) VALUES (?, ?, ?, ?, ?)"
          + " ON CONFLICT (tenant, cart) DO UPDATE SET revision = excluded.revision,"
          + " digest = excluded.digest, expires_at = excluded.expires_at"
          + " WHERE excluded.revision > revisions.revision";

  private static final String FIND =
      "SELECT revision, digest FROM revisions WHERE tenant = ? AND cart = ?";

  private static final String CLEAR_EXPIRED =
      "DELETE FROM revisions WHERE (tenant, cart) IN (SELECT tenant, cart FROM revisions"
          + " WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)";

  private final Engine engine;

  SqliteCartRevisions(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<CartRevision> advance(
      CartRevision revision, Instant now, Instant expiresAt) {
    String tenantId = revision.tenantId();
    String cart = revision.cart().value();
    return engine.write(
        session -> {
          session.update(CLEAR_EXPIRED, now.toEpochMilli(), CLEARED_AT_ONCE);
          session.update(
              ADVANCE,
              tenantId,
              cart,
              revision.number(),
              revision.digest(),
              expiresAt.toEpochMilli());
          return session
              .first(
                  FIND,
                  row ->
                      new CartRevision(tenantId, revision.cart(), row.getInt(1), row.getString(2)),
                  tenantId,
                  cart)
              .orElseThrow();
        });
  }
}
