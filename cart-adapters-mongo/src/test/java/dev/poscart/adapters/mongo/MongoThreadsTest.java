package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.failureOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.ReferenceTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog.Appended;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Threads of calls in flight, and closing of the store set. */
class MongoThreadsTest extends MongoStoreSetFixture {

  @Test
  void concurrentFirstWritesOfATenant_respectTheUniqueKeys() {
    List<Appended> appended =
        Race.of(
            32,
            i ->
                result(
                    storeSet
                        .transactions()
                        .append(TransactionTestData.sale().no(1).claim("cart:" + i).makeAt(1))));

    assertThat(appended).containsOnlyOnce(new Appended.Done());
    assertThat(appended.stream().filter(Appended.PositionTaken.class::isInstance)).hasSize(31);
    assertThat(indexNames("test_A1234", "log_tran")).contains("_id_", "position", "session_number");
    awaitIndexes("test_A1234", "log_tran", "day", "reversals");
    awaitIndexes("test_A1234", "poscart_cart", "_id_", "closing", "parked", "removable");
  }

  @Test
  void concurrentWritesOfManyTenants_stayApart() {
    Race.of(
        20, i -> result(storeSet.carts().insert(cartOf("tenant" + i)).thenApply(nothing -> true)));

    assertThat(result(storeSet.carts().find("tenant7", new CartId("same")))).isPresent();
    assertThat(result(storeSet.carts().find("tenant20", new CartId("same")))).isEmpty();
    assertThat(result(names(raw.listDatabaseNames()))).contains("test_tenant0", "test_tenant19");
  }

  @Test
  void concurrentLoadsOfOneTenant_allSucceed() {
    Race.of(
        8,
        i ->
            result(
                storeSet
                    .referenceLoader()
                    .load(ReferenceTestData.tenant("A1234"))
                    .thenApply(nothing -> true)));

    assertThat(result(storeSet.reference().stores().tenantIds())).containsExactly("A1234");
    assertThat(
            result(storeSet.reference().terminals().authenticate(CartTestData.TERMINAL, "key-9")))
        .isPresent();
  }

  @Test
  void continuations_runInTheAdaptersThreadsOrTheCallers() {
    String caller = Thread.currentThread().getName();
    for (int i = 0; i < 50; i++) {
      String thread =
          result(
              storeSet
                  .carts()
                  .find("A1234", new CartId("c-1"))
                  .thenApply(found -> Thread.currentThread().getName()));

      assertThat(thread)
          .satisfiesAnyOf(
              name -> assertThat(name).startsWith("mongo-answers-"),
              name -> assertThat(name).isEqualTo(caller));
    }
  }

  @Test
  void close_isIdempotent_andLaterCallsFailAtOnce() {
    TestStores.close(storeSet);
    TestStores.close(storeSet);

    assertThat(failureOf(storeSet.health())).isEqualTo(Category.UNAVAILABLE);
    assertThat(failureOf(storeSet.carts().insert(CartTestData.idleCart("c-1"))))
        .isIn(Category.UNAVAILABLE, Category.TIMEOUT);
  }

  @Test
  void close_withCallsInFlight_completesEachOfThem() {
    List<CompletionStage<Boolean>> answered =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    storeSet
                        .carts()
                        .insert(CartTestData.idleCart("c-" + i))
                        .handle((done, failure) -> true))
            .toList();

    TestStores.close(storeSet);

    for (CompletionStage<Boolean> answer : answered) {
      assertThat(result(answer)).isTrue();
    }
  }
}
