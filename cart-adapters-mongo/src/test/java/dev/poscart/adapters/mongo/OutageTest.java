package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.troubleOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog.Appended;
import dev.poscart.domain.port.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** The server goes and comes back. */
class OutageTest extends BehindTheProxy {

  private static final Cart CART = CartTestData.idleCart("c-1");

  @Test
  void everyPort_whileTheServerIsAway_failsWithTrouble() {
    result(stores.carts().insert(CART).thenApply(nothing -> true));
    proxy.disconnect();

    List<CompletionStage<?>> calls =
        List.of(
            stores.carts().insert(CART),
            stores.carts().replace(CART, 1),
            stores.carts().find("A1234", new CartId("c-1")),
            stores.carts().findClosing("A1234", 10),
            stores.carts().removeUnchangedSince("A1234", Instant.EPOCH, 10),
            stores.transactions().append(TransactionTestData.sale().make()),
            stores.transactions().findLast(CartTestData.TERMINAL),
            stores.terminals().authenticate(CartTestData.TERMINAL, "key"),
            stores.stores().tenantIds(),
            stores.taxes().ofTenant("A1234"),
            stores.health());

    for (CompletionStage<?> call : calls) {
      assertThat(troubleOf(call)).isIn(Category.UNAVAILABLE, Category.TIMEOUT);
    }
  }

  @Test
  void everything_afterTheServerCameBack_worksWithoutRestart() {
    result(stores.carts().insert(CART).thenApply(nothing -> true));
    proxy.disconnect();
    assertThat(troubleOf(stores.health())).isIn(Category.UNAVAILABLE, Category.TIMEOUT);

    proxy.connect();

    TestStores.awaitHealth(stores);
    assertThat(result(stores.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(CART, 1));
    assertThat(result(stores.carts().replace(CART, 1))).isTrue();
  }

  @Test
  void uniqueKeys_afterTheServerCameBackEmpty_holdAgain() {
    Transaction first = TransactionTestData.sale().no(1).claim("cart:c-1").make();
    Transaction rival = TransactionTestData.sale().no(1).claim("cart:c-2").make();
    result(stores.transactions().append(first));
    proxy.disconnect();
    server.close();
    assertThat(troubleOf(stores.health())).isIn(Category.UNAVAILABLE, Category.TIMEOUT);

    server = WireServer.startAt(server.address());
    proxy.connect();

    TestStores.awaitHealth(stores);
    assertThat(result(stores.transactions().append(first))).isEqualTo(new Appended.Done());
    assertThat(result(stores.transactions().append(rival))).isEqualTo(new Appended.NumberTaken());
  }

  @Test
  void open_beforeTheServerIsThere_succeedsAndWorksOnceItIs() {
    proxy.disconnect();
    try (MongoStores early = TestStores.open(proxy.connectionString())) {
      assertThat(troubleOf(early.health())).isIn(Category.UNAVAILABLE, Category.TIMEOUT);

      proxy.connect();

      result(early.carts().insert(CART).thenApply(nothing -> true));
    }
  }
}
