package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.RandomSales;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the database does not depend on which lines were written before. */
class StoredCartFormTest {

  private static final int CARTS = 300;

  @TempDir Path folder;
  private SqliteStoreSet stores;

  @BeforeEach
  void open() {
    stores = SqliteStoreSet.open(SqliteConfig.of(file()), Clock.systemUTC());
  }

  @AfterEach
  void close() {
    Await.result(stores.close());
  }

  @Test
  void eachVersion_isStoredAsIfAllOfItWereWrittenAnew() throws SQLException {
    Cart cart = CartTestData.idleCart("c1");
    Await.result(stores.carts().insert(cart));
    for (int seed = 1; seed <= CARTS; seed++) {
      Cart next = nextVersion(cart, new RandomSales(seed).cart());
      assertThat(Await.result(stores.carts().replace(next, seed))).isTrue();
      assertThat(body()).isEqualTo(JsonDocuments.of(CartDocument.write(next)));
      cart = next;
    }
  }

  /** Keeps every other line and takes the rest from another cart. */
  private static Cart nextVersion(Cart cart, Cart other) {
    List<LineItem> lines = new ArrayList<>(other.lines());
    for (int i = 0; i < Math.min(lines.size(), cart.lines().size()); i += 2) {
      lines.set(i, cart.lines().get(i));
    }
    return cart.change().lines(lines).subtotalDiscounts(other.subtotalDiscounts()).make();
  }

  private String body() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT body FROM carts")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Path file() {
    return folder.resolve("poscart.db");
  }
}
