package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.failureOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog.Appended;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A server that lacks some kinds of index, or takes long to create one. */
class LackingServerTest extends BehindTheProxy {

  private static final Cart CART = CartTestData.idleCart("c-1");

  private final LogLines log = LogLines.of("dev.poscart.adapters.mongo");

  @AfterEach
  void stopListening() {
    log.close();
  }

  @Test
  void failedPerformanceIndex_isSkipped_andTheOthersAreCreated() {
    proxy.turnDown("createIndexes", "partialFilterExpression");

    assertThat(result(storeSet.transactions().append(sale("cart:1"))))
        .isEqualTo(new Appended.Done());

    assertThat(result(storeSet.transactions().append(sale("cart:2"))))
        .isEqualTo(new Appended.PositionTaken());
    assertThat(
            Await.until(
                "the last index is created",
                this::indexesOfLog,
                names -> names.contains("kugelpos_due")))
        .contains(
            "_id_",
            "position",
            "session_number",
            "order",
            "day",
            "event",
            "due",
            "delivery",
            "reversals")
        .doesNotContain("next_unpublished");
    assertThat(log.containing("WARN cannot create index log_tran.next_unpublished")).hasSize(1);
  }

  /** A new index on a large collection: the server is still building it, and sales go on. */
  @Test
  void slowPerformanceIndex_delaysNoSale() {
    proxy.leaveUnanswered("createIndexes", "removable");

    result(storeSet.carts().insert(CART).thenApply(nothing -> true));

    assertThat(result(storeSet.carts().find("A1234", CART.id())))
        .contains(new Versioned<>(CART, 1));
    Await.until(
        "it is logged",
        () -> log.containing("WARN cannot create index poscart_cart.removable").size() == 1);
  }

  @Test
  void slowUniqueIndex_isAFailure_andNothingIsWritten() {
    proxy.leaveUnanswered("createIndexes", "unique");

    assertThat(failureOf(storeSet.transactions().append(sale("cart:1"))))
        .isEqualTo(Category.TIMEOUT);

    assertThat(result(storeSet.transactions().findLast(CartTestData.TERMINAL))).isEmpty();
  }

  @Test
  void rejectedUniqueIndex_isAFailure_andNothingIsWritten() {
    proxy.turnDown("createIndexes", "unique");

    assertThat(failureOf(storeSet.transactions().append(sale("cart:1"))))
        .isEqualTo(Category.PERMANENT_FAILURE);
    assertThat(failureOf(storeSet.carts().insert(CartTestData.idleCart("c-1"))))
        .isEqualTo(Category.PERMANENT_FAILURE);

    assertThat(result(storeSet.transactions().findLast(CartTestData.TERMINAL))).isEmpty();
  }

  private static Transaction sale(String claim) {
    return TransactionTestData.sale().no(1).claim(claim).make();
  }

  private List<String> indexesOfLog() {
    try (MongoClient raw = MongoClients.create(server.connectionString())) {
      return result(
          Flux.from(raw.getDatabase("test_A1234").getCollection("log_tran").listIndexes())
              .map(index -> index.getString("name"))
              .collectList()
              .toFuture());
    }
  }
}
