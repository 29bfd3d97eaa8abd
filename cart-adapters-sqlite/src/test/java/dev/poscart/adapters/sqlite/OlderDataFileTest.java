package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.Versioned;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that earlier versions wrote. */
class OlderDataFileTest extends DataFileFixture {

  @Test
  void anOlderSchema_isUpgradedWhollyOrNotAtAll() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    String first = "CREATE TABLE first (id INTEGER);\n";
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, List.of(first)).bringUpToDate(session);
      Schema twoSteps =
          Schema.of(file, List.of(first, "CREATE TABLE extra (id INTEGER);\nBROKEN;\n"));
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> twoSteps.bringUpToDate(session));
    }
    try (Session session = Session.open(file, Duration.ZERO)) {
      assertThat(version(session)).isEqualTo(1);
      Schema.of(file, List.of(first, "CREATE TABLE extra (id INTEGER);\n")).bringUpToDate(session);
      assertThat(version(session)).isEqualTo(2);
      session.runOnce("SELECT id FROM extra");
    }
  }

  @Test
  void aFileOfTheFirstVersion_keepsItsCarts_whichCanBeParked() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Cart cart = CartTestData.cartWithLines("c1", 2);
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, OlderSchemas.upTo(1)).bringUpToDate(session);
      Map<String, Object> document = CartDocument.write(cart);
      document.remove("parked");
      session.update(
          "INSERT INTO carts (tenant, cart, version, body) VALUES (?, ?, 1, ?)",
          "A1234",
          "c1",
          JsonDocuments.of(document));
    }
    SqliteStoreSet storeSet = open();
    Cart parked = CartTestData.parked(cart, CartTestData.AT);

    assertThat(result(storeSet.carts().find("A1234", cart.id())))
        .contains(new Versioned<>(cart, 1));
    assertThat(result(storeSet.carts().replace(parked, 1))).isTrue();
    assertThat(result(storeSet.carts().findParked(cart.terminal().store(), 10, 1)).carts())
        .containsExactly(new Versioned<>(parked, 2));
    result(storeSet.close());
  }

  @Test
  void aFileOfTheFifthVersion_removesCartsByTheirAgeSinceTheUpgrade() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, OlderSchemas.upTo(5)).bringUpToDate(session);
      insert(session, CartTestData.cartWithLines("entering", 2));
      insert(session, CartTestData.closed(closing(CartTestData.fullCart("completed"))));
      insert(session, CartTestData.fullCart("paying"));
      insert(session, closing(CartTestData.idleCart("closing")));
      insert(session, CartTestData.parked(CartTestData.idleCart("parked"), CartTestData.AT));
    }
    Instant now = Instant.now();
    SqliteStoreSet storeSet = open();

    assertThat(removed(storeSet, now.minus(Duration.ofDays(1)))).isZero();
    assertThat(removed(storeSet, now.plus(Duration.ofDays(1)))).isEqualTo(2);
    assertThat(List.of("paying", "closing", "parked"))
        .allSatisfy(
            id -> assertThat(result(storeSet.carts().find("A1234", new CartId(id)))).isPresent());
    result(storeSet.close());
  }

  private static int removed(SqliteStoreSet storeSet, Instant time) {
    return result(storeSet.carts().removeUnchangedSince("A1234", time, 10));
  }
}
