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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is silent, slow, or no longer the primary. */
@Slow
class ServerFailureTest extends BehindTheProxy {

  private static final Cart CART = CartTestData.idleCart("c-1");
  private static final Transaction SALE = TransactionTestData.sale().no(1).make();

  /** More callers than the pool has connections. */
  private static final int CALLERS = 300;

  @BeforeEach
  void insert() {
    result(storeSet.carts().insert(CART).thenApply(nothing -> true));
  }

  @Test
  void aSilentServer_isATimeout_andNothingIsHalfWritten() {
    proxy.setSilent(true);
    CompletionStage<Boolean> replace = storeSet.carts().replace(CART, 1);
    CompletionStage<Appended> append = storeSet.transactions().append(SALE);

    assertThat(failureOf(replace)).isIn(Category.UNAVAILABLE, Category.TIMEOUT);
    assertThat(failureOf(append)).isIn(Category.UNAVAILABLE, Category.TIMEOUT);

    proxy.heal();
    assertAllIsWell();
  }

  @Test
  void moreCallersThanConnections_areAllAnsweredInTime_andServedAfterwards() {
    proxy.setSilent(true);
    List<CompletionStage<?>> calls =
        IntStream.range(0, CALLERS)
            .<CompletionStage<?>>mapToObj(i -> storeSet.carts().find("A1234", new CartId("c-1")))
            .toList();

    for (CompletionStage<?> call : calls) {
      assertThat(failureOf(call)).isIn(Category.UNAVAILABLE, Category.TIMEOUT);
    }

    proxy.heal();
    assertAllIsWell();
  }

  @Test
  void aPrimaryThatSteppedDown_isUnavailable_untilThereIsAPrimaryAgain() {
    proxy.setSteppedDown(true);

    assertThat(failureOf(storeSet.carts().replace(CART, 1)))
        .isIn(Category.UNAVAILABLE, Category.TIMEOUT);
    assertThat(failureOf(storeSet.transactions().append(SALE)))
        .isIn(Category.UNAVAILABLE, Category.TIMEOUT);
    assertThat(failureOf(storeSet.carts().find("A1234", new CartId("c-1"))))
        .isIn(Category.UNAVAILABLE, Category.TIMEOUT);

    proxy.heal();
    TestStores.awaitHealth(storeSet);
    // Nothing was applied while the server was unavailable.
    assertThat(result(storeSet.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(CART, 1));
    assertThat(result(storeSet.transactions().findLast(CartTestData.TERMINAL))).isEmpty();
    assertAllIsWell();
  }

  @Test
  void aSlowServer_isUsed_asLongAsItIsWithinTheLimits() {
    proxy.setDelay(Duration.ofMillis(50));

    assertThat(result(storeSet.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(CART, 1));
    assertThat(result(storeSet.transactions().append(SALE))).isEqualTo(new Appended.Done());
  }

  /** An earlier write took effect once or not at all; repeating it settles the outcome. */
  private void assertAllIsWell() {
    TestStores.awaitHealth(storeSet);
    assertThat(result(storeSet.transactions().append(SALE)))
        .isIn(new Appended.Done(), new Appended.ClaimTaken(SALE));
    assertThat(
            result(storeSet.transactions().findLast(CartTestData.TERMINAL)).orElseThrow().numbers())
        .isEqualTo(SALE.numbers());
    long version =
        result(storeSet.carts().find("A1234", new CartId("c-1"))).orElseThrow().version();
    assertThat(version).isIn(1L, 2L);
    assertThat(result(storeSet.carts().replace(CART, version))).isTrue();
  }
}
