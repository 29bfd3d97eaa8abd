package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Carts in the file. */
final class SqliteCartStore implements CartStore {

  private static final String INSERT =
      "INSERT INTO carts (tenant, cart, version, closing_at, body) VALUES (?, ?, 1, ?, ?)"
          + " ON CONFLICT DO NOTHING";

  private static final String FIND =
      "SELECT version, body FROM carts WHERE tenant = ? AND cart = ?";

  private static final String REPLACE =
      "UPDATE carts SET version = version + 1, closing_at = ?, body = ?"
          + " WHERE tenant = ? AND cart = ? AND version = ?";

  private static final String FIND_CLOSING =
      "SELECT version, body FROM carts WHERE tenant = ? AND closing_at IS NOT NULL"
          + " ORDER BY closing_at, id LIMIT ?";

  private final Engine engine;

  SqliteCartStore(Engine engine) {
    this.engine = engine;
  }

  @Override
  public CompletionStage<Void> insert(Cart cart) {
    return Stages.of(
        () -> {
          String body = Body.of(CartDocument.write(cart));
          return engine.write(session -> insert(session, cart, body)).thenAccept(done -> {});
        });
  }

  @Override
  public CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id) {
    return engine.read(session -> session.first(FIND, SqliteCartStore::cart, tenantId, id.value()));
  }

  @Override
  public CompletionStage<Boolean> replace(Cart cart, long expectedVersion) {
    return Stages.of(
        () -> {
          String body = Body.of(CartDocument.write(cart));
          return engine.write(
              session ->
                  session.update(
                          REPLACE,
                          closingAt(cart),
                          body,
                          cart.terminal().tenantId(),
                          cart.id().value(),
                          expectedVersion)
                      == 1);
        });
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit) {
    return engine.read(
        session -> session.all(FIND_CLOSING, SqliteCartStore::cart, tenantId, limit));
  }

  private static boolean insert(Session session, Cart cart, String body) throws SQLException {
    int inserted =
        session.update(
            INSERT, cart.terminal().tenantId(), cart.id().value(), closingAt(cart), body);
    if (inserted == 0) {
      throw Trouble.broken("cart " + cart.id() + ": is there already (expected: a new id)");
    }
    return true;
  }

  private static Optional<Long> closingAt(Cart cart) {
    return cart.closing().filter(mark -> cart.isClosing()).map(mark -> SortKeys.of(mark.at()));
  }

  private static Versioned<Cart> cart(ResultSet row) throws SQLException {
    return new Versioned<>(CartDocument.read(Body.read(row.getString(2))), row.getLong(1));
  }
}
