package dev.poscart.adapters.sqlite;

import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A data file that can be altered behind the service's back. */
abstract class DataFileFixture {

  @TempDir Path folder;
  Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("data").resolve("poscart.db");
  }

  static Cart closing(Cart cart) {
    return CartTestData.closing(cart, CartTestData.AT);
  }

  /** Writes like the fifth version. */
  static void insert(Session session, Cart cart) throws SQLException {
    session.update(
        "INSERT INTO carts (tenant, cart, version, closing_at, parked_store, parked_at, body)"
            + " VALUES ('A1234', ?, 1, ?, ?, ?, ?)",
        cart.id().value(),
        cart.closing().filter(mark -> cart.isClosing()).map(mark -> SortKeys.of(mark.at())),
        cart.parked().map(mark -> cart.terminal().storeCode()),
        cart.parked().map(mark -> SortKeys.of(mark.at())),
        JsonDocuments.of(CartDocument.write(cart)));
  }

  int version() throws SQLException {
    try (Session session = Session.open(file, Duration.ZERO)) {
      return version(session);
    }
  }

  SqliteStoreSet open() {
    return SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
  }

  static int version(Session session) throws SQLException {
    return session.first("PRAGMA user_version", row -> row.getInt(1)).orElse(-1);
  }
}
