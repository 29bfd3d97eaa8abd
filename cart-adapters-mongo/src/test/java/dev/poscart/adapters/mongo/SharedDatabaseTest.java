package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.failureOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TenantFaults;
import dev.poscart.domain.port.TransactionLog.Appended;
import dev.poscart.domain.port.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A database that kugelpos, or an earlier version of this service, has used before. */
class SharedDatabaseTest extends MongoStoreSetFixture {

  private static final Bson KUGELPOS_NUMBER =
      Indexes.ascending("tenant_id", "store_code", "terminal_no", "transaction_no");
  private static final Bson NUMBER =
      Indexes.ascending(
          "tenant_id", "store_code", "terminal_no", "transaction_no", "business_counter");
  private static final Cart CART = CartTestData.cartWithLines("c-1", 2);

  private MongoDatabase tenant;

  @BeforeEach
  void openTenant() {
    tenant = raw.getDatabase("test_A1234");
  }

  @Test
  void kugelposIndexes_areAccepted_andDoNotAffectCarts() {
    createIndex("log_tran", KUGELPOS_NUMBER, new IndexOptions().unique(true));
    createIndex("log_tran", NUMBER, new IndexOptions().name("by_hand").unique(true));
    createIndex("cache_cart", Indexes.ascending("cart_id"), new IndexOptions().unique(true));

    result(storeSet.carts().insert(CART).thenApply(stored -> true));
    result(storeSet.carts().insert(CartTestData.idleCart("c-2")).thenApply(stored -> true));

    assertThat(result(storeSet.transactions().append(sale("a")))).isEqualTo(new Appended.Done());
    assertThat(result(storeSet.transactions().append(sale("b"))))
        .isEqualTo(new Appended.PositionTaken());
    assertThat(indexNames("test_A1234", "log_tran"))
        .contains("by_hand")
        .doesNotContain("session_number");
    assertThat(storeSet.tenantFaults().causes()).isEmpty();
  }

  @Test
  void nonUniqueIndexWithTheSameKeys_isAConflict_andNamed() {
    createIndex("log_tran", NUMBER, new IndexOptions().name("by_hand"));
    try (LogLines lines = LogLines.of(PreparationFaults.class.getName())) {
      assertThat(failureOf(storeSet.transactions().append(sale("a"))))
          .isEqualTo(Category.PERMANENT_FAILURE);
      assertThat(failureOf(storeSet.carts().insert(CART))).isEqualTo(Category.PERMANENT_FAILURE);
      assertThat(storeSet.tenantFaults().isTotal()).isTrue();
      assertThat(storeSet.tenantFaults().causes().get("A1234"))
          .contains("log_tran", "index by_hand", "drop it");
      assertThat(lines.all()).hasSize(1);

      result(Mono.from(tenant.getCollection("log_tran").dropIndex("by_hand")).then().toFuture());
      assertThat(result(storeSet.transactions().append(sale("a")))).isEqualTo(new Appended.Done());
      assertThat(storeSet.tenantFaults()).isEqualTo(new TenantFaults(Map.of(), true));
    }
  }

  @Test
  void unpreparedTenant_doesNotAffectOthers() {
    createIndex("log_tran", NUMBER, new IndexOptions().name("by_hand"));
    try (LogLines lines = LogLines.of(PreparationFaults.class.getName())) {
      assertThat(failureOf(storeSet.carts().insert(CART))).isEqualTo(Category.PERMANENT_FAILURE);
      result(storeSet.carts().insert(cartOf("B1234")).thenApply(stored -> true));

      assertThat(storeSet.tenantFaults().causes()).containsOnlyKeys("A1234");
      assertThat(storeSet.tenantFaults().isTotal()).isFalse();
      assertThat(lines.all()).hasSize(1);
    }
  }

  @Test
  void earlierCart_isReadInPlace_andMovesWithItsNextChange() {
    storeAsBefore(CART, 5);
    Cart changed = CartTestData.cartWithLines("c-1", 3);

    assertThat(find()).isEqualTo(new Versioned<>(CART, 5));
    assertThat(result(storeSet.carts().replace(changed, 4))).isFalse();
    assertThat(result(storeSet.carts().replace(changed, 5))).isTrue();
    assertThat(result(storeSet.carts().replace(CART, 5))).isFalse();

    assertThat(find()).isEqualTo(new Versioned<>(changed, 6));
    assertThat(earlierCarts()).isZero();
  }

  @Test
  void earlierCart_underConcurrentChanges_isChangedByExactlyOne() {
    storeAsBefore(CART, 5);
    List<Boolean> changed =
        Race.of(
            16, i -> result(storeSet.carts().replace(CartTestData.cartWithLines("c-1", 3 + i), 5)));

    assertThat(changed).containsOnlyOnce(true);
    assertThat(find().version()).isEqualTo(6);
  }

  @Test
  void earlierCartLeftBehindByACrash_isNeverReadAgain() {
    storeAsBefore(CART, 5);
    assertThat(result(storeSet.carts().replace(CartTestData.idleCart("c-1"), 5))).isTrue();
    storeAsBefore(CART, 5);

    assertThat(find().version()).isEqualTo(6);
    assertThat(removed()).isEqualTo(1);
    assertThat(result(storeSet.carts().find("A1234", CART.id()))).isEmpty();
  }

  @Test
  void earlierCarts_parkedOrClosing_areFoundWithTheOthers() {
    storeAsBefore(CartTestData.parked(CartTestData.cartWithLines("p-1", 1), CartTestData.AT), 2);
    storeAsBefore(CartTestData.closing(CartTestData.fullCart("c-2"), CartTestData.AT), 3);
    result(
        storeSet
            .carts()
            .insert(CartTestData.parked(CartTestData.cartWithLines("p-2", 1), CartTestData.AT))
            .thenApply(stored -> true));

    CartPage parked = result(storeSet.carts().findParked(CartTestData.TERMINAL.store(), 10, 1));
    assertThat(parked.carts())
        .extracting(each -> each.value().id().value())
        .containsExactlyInAnyOrder("p-1", "p-2");
    assertThat(result(storeSet.carts().findClosing("A1234", 10)))
        .extracting(each -> each.value().id().value())
        .containsExactly("c-2");
  }

  @Test
  void earlierCarts_areRemovedWhenTheyAreOld_andKugelposCartsAreNot() {
    storeAsBefore(CART, 5);
    result(
        Mono.from(
                tenant
                    .getCollection("cache_cart")
                    .insertOne(new Document("cart_id", "k-1").append("created_at", Instant.EPOCH)))
            .toFuture());

    assertThat(removed()).isEqualTo(1);
    assertThat(removed()).isZero();
    assertThat(earlierCarts()).isEqualTo(1);
    assertThat(result(storeSet.carts().find("A1234", new CartId("k-1")))).isEmpty();
  }

  private int removed() {
    Instant later = Instant.now().plus(Duration.ofDays(1));
    return result(storeSet.carts().removeUnchangedSince("A1234", later, 10));
  }

  private Versioned<Cart> find() {
    return result(storeSet.carts().find("A1234", CART.id())).orElseThrow();
  }

  private long earlierCarts() {
    return result(Mono.from(tenant.getCollection("cache_cart").countDocuments()).toFuture());
  }

  private void storeAsBefore(Cart cart, long version) {
    MongoCollection<Document> carts = tenant.getCollection("cache_cart");
    Document document = StoredCart.of(cart, version, Instant.now()).document();
    result(
        Mono.from(carts.deleteMany(Filters.eq("_id", cart.id().value())))
            .then(Mono.from(carts.insertOne(document)))
            .toFuture());
  }

  private void createIndex(String collection, Bson keys, IndexOptions options) {
    result(Mono.from(tenant.getCollection(collection).createIndex(keys, options)).toFuture());
  }

  private static Transaction sale(String claim) {
    return TransactionTestData.sale().no(1).claim(claim).makeAt(1);
  }
}
