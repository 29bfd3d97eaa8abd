package dev.poscart.adapters.sqlite;

import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartCounts;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.LineForms;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The cart store in SQLite. */
final class SqliteCartStore implements CartStore {

  // A body is bound as the bytes that are stored: as a string it would be copied twice more.
  private static final String INSERT =
      "INSERT INTO carts (tenant, cart, version, closing_at, parked_store, parked_at,"
          + " removable_since, open_at, body)"
          + " VALUES (?, ?, 1, ?, ?, ?, ?, ?, CAST(? AS TEXT)) ON CONFLICT DO NOTHING";

  private static final String FIND =
      "SELECT version, body FROM carts WHERE tenant = ? AND cart = ?";

  private static final String REPLACE =
      "UPDATE carts SET version = version + 1, closing_at = ?, parked_store = ?, parked_at = ?,"
          + " removable_since = ?, open_at = ?, body = CAST(? AS TEXT)"
          + " WHERE tenant = ? AND cart = ? AND version = ?";

  private static final String REMOVE =
      "DELETE FROM carts WHERE tenant = ? AND cart = ? AND version = ?";

  private static final String FIND_CLOSING =
      "SELECT version, body FROM carts WHERE tenant = ? AND closing_at IS NOT NULL"
          + " ORDER BY closing_at, id LIMIT ?";

  private static final String FIND_OPEN =
      "SELECT version, body FROM carts WHERE tenant = ? AND open_at = ? LIMIT ?";

  private static final String PARKED =
      " FROM carts WHERE tenant = ? AND parked_store = ? AND parked_at IS NOT NULL";

  private static final String COUNT_PARKED = "SELECT count(*)" + PARKED;

  private static final String FIND_PARKED =
      "SELECT version, body" + PARKED + " ORDER BY parked_at, id LIMIT ? OFFSET ?";

  // Each count reads a partial index, which has carts in work only.
  private static final String COUNT =
      "SELECT (SELECT count(*) FROM carts WHERE tenant = ?1 AND open_at IS NOT NULL),"
          + " (SELECT count(*) FROM carts WHERE tenant = ?1 AND parked_at IS NOT NULL),"
          + " (SELECT count(*) FROM carts WHERE tenant = ?1 AND closing_at IS NOT NULL)";

  // Checks the age again while deleting: every change of a cart updates this column.
  private static final String REMOVE_OLD =
      "DELETE FROM carts WHERE id IN"
          + " (SELECT id FROM carts WHERE tenant = ? AND removable_since < ?"
          + " ORDER BY removable_since LIMIT ?)";

  /** About 1 KB of heap each: at most 10 MB. */
  private static final int MAX_KEPT_LINES = 10_000;

  private final Engine engine;
  private final Clock clock;
  private final LineForms<RawValue> lines =
      new LineForms<>(
          line ->
              new RawValue(new SerializedString(JsonDocuments.of(CartDocument.writeLine(line)))),
          MAX_KEPT_LINES);

  SqliteCartStore(Engine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> insert(Cart cart) {
    return Stages.attempt(
        () -> {
          byte[] body = body(cart);
          return engine.write(session -> insert(session, cart, body)).thenAccept(done -> {});
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id) {
    return engine.read(session -> session.first(FIND, SqliteCartStore::cart, tenantId, id.value()));
  }

  @Override
  public CompletionStage<Boolean> replace(Cart cart, long expectedVersion) {
    return Stages.attempt(
        () -> {
          byte[] body = body(cart);
          return engine.write(
              session ->
                  session.update(
                          REPLACE,
                          closingAt(cart),
                          parkedStore(cart),
                          parkedAt(cart),
                          removableSince(cart),
                          openAt(cart),
                          body,
                          cart.terminal().tenantId(),
                          cart.id().value(),
                          expectedVersion)
                      == 1);
        },
        SqliteFailures::of);
  }

  @Override
  public CompletionStage<Boolean> remove(Cart cart, long expectedVersion) {
    return engine.write(
        session ->
            session.update(REMOVE, cart.terminal().tenantId(), cart.id().value(), expectedVersion)
                == 1);
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit) {
    return engine.read(
        session -> session.all(FIND_CLOSING, SqliteCartStore::cart, tenantId, limit));
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findOpen(TerminalKey terminal, int limit) {
    return engine.read(
        session ->
            session.all(
                FIND_OPEN,
                SqliteCartStore::cart,
                terminal.tenantId(),
                ReferenceRow.keyOf(terminal),
                limit));
  }

  @Override
  public CompletionStage<CartPage> findParked(StoreKey store, int limit, int page) {
    return engine.read(session -> session.snapshot(reads -> parked(reads, store, limit, page)));
  }

  @Override
  public CompletionStage<CartCounts> count(String tenantId) {
    return engine.read(
        session ->
            session
                .first(
                    COUNT,
                    row -> new CartCounts(row.getLong(1), row.getLong(2), row.getLong(3)),
                    tenantId)
                .orElse(CartCounts.NONE));
  }

  @Override
  public CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit) {
    long before = SortKeys.of(time);
    return engine.write(session -> session.update(REMOVE_OLD, tenantId, before, limit));
  }

  private static CartPage parked(Session session, StoreKey store, int limit, int page)
      throws SQLException {
    String tenant = store.tenantId();
    Optional<Long> total =
        session.first(COUNT_PARKED, row -> row.getLong(1), tenant, store.storeCode());
    List<Versioned<Cart>> carts =
        session.all(
            FIND_PARKED,
            SqliteCartStore::cart,
            tenant,
            store.storeCode(),
            limit,
            (page - 1L) * limit);
    return new CartPage(carts, total.orElse(0L));
  }

  private boolean insert(Session session, Cart cart, byte[] body) throws SQLException {
    int inserted =
        session.update(
            INSERT,
            cart.terminal().tenantId(),
            cart.id().value(),
            closingAt(cart),
            parkedStore(cart),
            parkedAt(cart),
            removableSince(cart),
            openAt(cart),
            body);
    if (inserted == 0) {
      throw SqliteFailures.permanent("cart " + cart.id() + ": exists already (expected: a new id)");
    }
    return true;
  }

  private byte[] body(Cart cart) {
    return JsonDocuments.utf8(CartDocument.write(cart, lines.of(cart)));
  }

  private static Optional<Long> closingAt(Cart cart) {
    return cart.closing().filter(mark -> cart.isClosing()).map(mark -> SortKeys.of(mark.at()));
  }

  private static Optional<String> parkedStore(Cart cart) {
    return cart.parked().map(mark -> cart.terminal().storeCode());
  }

  private static Optional<Long> parkedAt(Cart cart) {
    return cart.parked().map(mark -> SortKeys.of(mark.at()));
  }

  private Optional<Long> removableSince(Cart cart) {
    return cart.mayBeRemoved() ? Optional.of(SortKeys.of(clock.instant())) : Optional.empty();
  }

  private static Optional<String> openAt(Cart cart) {
    return cart.isOpen() ? Optional.of(ReferenceRow.keyOf(cart.terminal())) : Optional.empty();
  }

  private static Versioned<Cart> cart(ResultSet row) throws SQLException {
    return new Versioned<>(CartDocument.read(JsonDocuments.read(row.getBytes(2))), row.getLong(1));
  }
}
