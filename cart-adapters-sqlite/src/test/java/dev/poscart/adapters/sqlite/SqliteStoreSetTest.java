package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.ReferenceTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Versioned;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreSetTest {

  @TempDir private Path folder;

  @Test
  void reopening_keepsEverything() {
    Cart cart = CartTestData.fullCart("c1");
    Cart closing = CartTestData.closing(cart, CartTestData.AT);
    Transaction sale = TransactionTestData.sale().make();
    SqliteStoreSet before = open();
    done(before.carts().insert(cart));
    result(before.carts().replace(closing, 1));
    result(before.transactions().append(sale));
    done(before.referenceLoader().load(ReferenceTestData.tenant("A1234")));
    done(before.close());

    SqliteStoreSet after = open();

    assertThat(result(after.carts().find("A1234", new CartId("c1"))))
        .contains(new Versioned<>(closing, 2));
    assertThat(result(after.carts().findClosing("A1234", 10)))
        .containsExactly(new Versioned<>(closing, 2));
    assertThat(result(after.transactions().find(CartTestData.TERMINAL, 1))).contains(sale);
    assertThat(result(after.reference().terminals().authenticate(CartTestData.TERMINAL, "key-9")))
        .isPresent();
    done(after.close());
  }

  @Test
  void terminalStoredByAnEarlierVersion_followsTheCalendar() throws SQLException {
    SqliteStoreSet before = open();
    done(before.referenceLoader().load(ReferenceTestData.tenant("A1234")));
    done(before.close());
    forgetWhoFollowsTheCalendar();

    SqliteStoreSet after = open();

    assertThat(result(after.reference().terminals().find(CartTestData.TERMINAL, Instant.EPOCH)))
        .contains(
            CartTestData.followingCalendar(CartTestData.openedTerminal(CartTestData.TERMINAL)));
    done(after.close());
  }

  private void forgetWhoFollowsTheCalendar() throws SQLException {
    try (Session session = Session.open(folder.resolve("poscart.db"), Duration.ofSeconds(20))) {
      int terminals =
          session.update(
              "UPDATE reference SET body = json_remove(body, '$.follows_calendar')"
                  + " WHERE kind = 'terminal' AND body LIKE '%follows_calendar%'");
      assertThat(terminals).isEqualTo(2);
    }
  }

  @Test
  void health_isGoodUntilClosed() {
    SqliteStoreSet storeSet = open();
    assertThat(result(storeSet.health())).isEmpty();
    done(storeSet.close());

    assertThat(portFailure(storeSet.health()).category()).isEqualTo(Category.UNAVAILABLE);
  }

  @Test
  void afterClosing_everyStoreIsUnavailable() {
    SqliteStoreSet storeSet = open();
    done(storeSet.close());
    done(storeSet.close());

    Cart cart = CartTestData.idleCart("c1");
    assertThat(portFailure(storeSet.carts().insert(cart)).category())
        .isEqualTo(Category.UNAVAILABLE);
    assertThat(portFailure(storeSet.reference().stores().tenantIds()))
        .hasMessageContaining("the database is closing");
  }

  @Test
  void completedLoad_isVisibleToTheNextRead_despiteConcurrentReads() {
    SqliteStoreSet storeSet = open();
    for (int round = 0; round < 50; round++) {
      boolean small = round % 2 == 0;
      CompletableFuture<Void> load =
          storeSet
              .referenceLoader()
              .load(
                  small
                      ? ReferenceTestData.smallTenant("A1234")
                      : ReferenceTestData.tenant("A1234"))
              .toCompletableFuture();
      while (!load.isDone()) {
        result(storeSet.reference().settings().ofTenant("A1234"));
      }
      String key = small ? "new-key-9" : "key-9";
      assertThat(result(storeSet.reference().terminals().authenticate(CartTestData.TERMINAL, key)))
          .as("round %d", round)
          .isPresent();
    }
    done(storeSet.close());
  }

  @Test
  void aDamagedBody_isUnreadable() {
    Path file = folder.resolve("poscart.db");
    Engine engine = Engine.open(SqliteConfig.of(file));
    result(
        engine.write(
            session ->
                session.update(
                    "INSERT INTO carts (tenant, cart, version, body) VALUES ('A1234', 'c1', 1,"
                        + " '{')")));
    done(engine.close());

    SqliteStoreSet storeSet = open();
    assertThat(portFailure(storeSet.carts().find("A1234", new CartId("c1"))).category())
        .isEqualTo(Category.UNREADABLE);
    done(storeSet.close());
  }

  @Test
  void config_refusesInvalidValues() {
    Path file = folder.resolve("poscart.db");
    Duration second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SqliteConfig(file, 0, 1, second, 1, 1, second))
        .withMessage("queueBound: 0 (expected: >= 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SqliteConfig(file, 1, 1, second.negated(), 1, 1, second))
        .withMessage("busyTimeout: PT-1S (expected: >= 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SqliteConfig.of(Path.of("what?.db")))
        .withMessage("file: 'what?.db' (expected: no question mark)");
    assertThat(SqliteConfig.of(Path.of("poscart.db")).file()).isAbsolute();
  }

  private SqliteStoreSet open() {
    return SqliteStoreSet.open(SqliteConfig.of(folder.resolve("poscart.db")), Clock.systemUTC());
  }

  private static void done(CompletionStage<Void> stage) {
    result(stage.thenApply(nothing -> true));
  }
}
