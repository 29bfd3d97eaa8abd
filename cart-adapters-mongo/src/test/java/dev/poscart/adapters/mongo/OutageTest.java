package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.failureOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.Slow;
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

/** The server fails and recovers. */
@Slow
class OutageTest extends BehindTheProxy {

  private static final Cart CART = CartTestData.idleCart("c-1");

  @Test
  void everyPort_whileTheServerIsDown_fails() {
    result(storeSet.carts().insert(CART).thenApply(nothing -> true));
    proxy.disconnect();

    List<CompletionStage<?>> calls =
        List.of(
            storeSet.carts().insert(CART),
            storeSet.carts().replace(CART, 1),
            storeSet.carts().find("A1234", new CartId("c-1")),
            storeSet.carts().findClosing("A1234", 10),
            storeSet.carts().removeUnchangedSince("A1234", Instant.EPOCH, 10),
            storeSet.transactions().append(TransactionTestData.sale().make()),
            storeSet.transactions().findLast(CartTestData.TERMINAL),
            storeSet.reference().terminals().authenticate(CartTestData.TERMINAL, "key"),
            storeSet.reference().stores().tenantIds(),
            storeSet.reference().taxes().ofTenant("A1234"),
            storeSet.health());

    for (CompletionStage<?> call : calls) {
      assertThat(failureOf(call)).isIn(Category.UNAVAILABLE, Category.TIMEOUT);
    }
  }

  @Test
  void everything_afterTheServerCameBack_worksWithoutRestart() {
    result(storeSet.carts().insert(CART).thenApply(nothing -> true));
    proxy.disconnect();
    assertThat(failureOf(storeSet.health())).isIn(Category.UNAVAILABLE, Category.TIMEOUT);

    proxy.connect();

    TestStores.awaitHealth(storeSet);
    assertThat(result(storeSet.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(CART, 1));
    assertThat(result(storeSet.carts().replace(CART, 1))).isTrue();
  }

  @Test
  void uniqueKeys_afterTheServerCameBackEmpty_holdAgain() {
    Transaction first = TransactionTestData.sale().no(1).claim("cart:c-1").make();
    Transaction rival = TransactionTestData.sale().no(1).claim("cart:c-2").make();
    result(storeSet.transactions().append(first));
    proxy.disconnect();
    server.close();
    assertThat(failureOf(storeSet.health())).isIn(Category.UNAVAILABLE, Category.TIMEOUT);

    server = WireServer.startAt(server.address());
    proxy.connect();

    TestStores.awaitHealth(storeSet);
    assertThat(result(storeSet.transactions().append(first))).isEqualTo(new Appended.Done());
    assertThat(result(storeSet.transactions().append(rival)))
        .isEqualTo(new Appended.PositionTaken());
  }

  @Test
  void open_beforeTheServerIsUp_succeeds_andWorksOnceItIs() {
    proxy.disconnect();
    MongoStoreSet early = TestStores.open(proxy.connectionString());
    try {
      assertThat(failureOf(early.health())).isIn(Category.UNAVAILABLE, Category.TIMEOUT);

      proxy.connect();

      result(early.carts().insert(CART).thenApply(nothing -> true));
    } finally {
      TestStores.close(early);
    }
  }
}
