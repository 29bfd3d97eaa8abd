package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.PredecessorCarts.Copy;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Carts in a database that kugelpos has written. */
class KugelposCartsTest extends MongoStoreSetFixture {

  private static final CartId ID = new CartId("5ed2ff61-da2c-4fa9-bb43-bf3084c7d33e");

  private PredecessorCarts carts;

  @BeforeEach
  void openTenant() {
    carts = storeSet.predecessorCarts().get(0);
    store("log_tran", documents("log_tran"));
  }

  @Test
  void openCart_isReadWithExactAmounts() {
    store("cache_cart", documents("cache_cart"));

    Cart cart = open(ID);

    assertThat(cart.balanceDue()).isEqualTo(Money.of(1901));
    assertThat(cart.lines())
        .extracting(line -> line.item().itemCode() + " " + line.quantity() + " " + line.amount())
        .containsExactly("4901000000134 1 338", "4901000000080 3 1260", "4901000000011 1 150");
    assertThat(cart.createdAt()).isEqualTo("2026-11-27T17:40:00.342265+09:00");
    assertThat(result(carts.hasClosed(cart))).isFalse();
  }

  @Test
  void cartsOfOtherIdsAndTenants_areNotFound() {
    store("cache_cart", documents("cache_cart"));

    assertThat(result(carts.find("K7310", new CartId("5ed2ff61")))).isEmpty();
    assertThat(result(carts.find("A1234", ID))).isEmpty();
  }

  @Test
  void closedCart_isClosedWhateverItContains() {
    store("cache_cart", List.of(new Document("cart_id", ID.value()).append("status", "Completed")));

    assertThat(result(carts.find("K7310", ID))).isEqualTo(Optional.of(new Copy.Closed()));
  }

  @Test
  void everyTransaction_closesTheCartThatWasCreatedAtItsTime() {
    for (Document transaction : documents("log_tran")) {
      if (transaction.getInteger("transaction_type") == 101) {
        Document cart = documents("cache_cart").get(0);
        cart.put("store_code", transaction.get("store_code"));
        cart.put("terminal_no", transaction.get("terminal_no"));
        cart.put("sales", transaction.get("sales"));
        store("cache_cart", List.of(cart));

        assertThat(result(carts.hasClosed(open(ID)))).isTrue();
      }
    }
  }

  @Test
  void damagedCart_isUnreadable_andNamedInTheFailure() {
    Document cart = documents("cache_cart").get(0);
    cart.getList("line_items", Document.class).get(1).remove("quantity");
    store("cache_cart", List.of(cart));

    PortException failure = Await.portFailure(carts.find("K7310", ID));

    assertThat(failure.category()).isEqualTo(PortException.Category.UNREADABLE);
    assertThat(failure).hasMessageContaining("6b0941e056b9586ec36d4877");
    assertThat(failure.getCause()).hasMessageContaining("line_items[1].quantity: missing");
  }

  /** Without the date, the server would read the whole log of the terminal for each open cart. */
  @Test
  void transactionsBeforeTheCartsBusinessDate_areNotSearched() {
    Document transaction = documents("log_tran").get(0);
    Document cart = documents("cache_cart").get(0);
    cart.put("store_code", transaction.get("store_code"));
    cart.put("terminal_no", transaction.get("terminal_no"));
    cart.put("sales", transaction.get("sales"));
    cart.put("business_date", "20261130");
    store("cache_cart", List.of(cart));

    assertThat(result(carts.hasClosed(open(ID)))).isFalse();
  }

  private Cart open(CartId id) {
    return ((Copy.Open) result(carts.find("K7310", id)).orElseThrow()).cart();
  }

  /** Replaces the collection. */
  private void store(String collection, List<Document> documents) {
    var target = raw.getDatabase("test_K7310").getCollection(collection);
    result(
        Mono.from(target.deleteMany(new Document()))
            .then(Mono.from(target.insertMany(documents)))
            .toFuture());
  }

  private static List<Document> documents(String collection) {
    return KugelposDay.documents("db_cart_K7310", collection);
  }
}
