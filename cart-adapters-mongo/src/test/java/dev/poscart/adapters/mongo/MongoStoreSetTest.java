package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.failureOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.ReferenceTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog.Appended;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the stores promise beyond the contracts of their ports. */
class MongoStoreSetTest {

  private WireServer server;
  private MongoStoreSet storeSet;
  private MongoClient raw;

  @BeforeEach
  void start() {
    server = WireServer.start();
    storeSet = TestStores.open(server.connectionString());
    raw = MongoClients.create(server.connectionString());
  }

  @AfterEach
  void stop() {
    raw.close();
    TestStores.close(storeSet);
    server.close();
  }

  @Test
  void firstWritesOfATenant_racing_meetTheUniqueKeys() {
    List<Appended> appended =
        Race.of(
            32,
            i ->
                result(
                    storeSet
                        .transactions()
                        .append(TransactionTestData.sale().no(1).claim("cart:" + i).make())));

    assertThat(appended).containsOnlyOnce(new Appended.Done());
    assertThat(appended.stream().filter(Appended.NumberTaken.class::isInstance)).hasSize(31);
    assertThat(indexNames("test_A1234", "log_tran")).contains("_id_", "number", "day", "reversals");
    assertThat(indexNames("test_A1234", "cache_cart"))
        .contains("_id_", "closing", "parked", "removable");
  }

  @Test
  void databaseDroppedUnderTheService_numbersAreUniqueFromTheFirstOneOn() {
    result(storeSet.transactions().append(TransactionTestData.sale().no(1).claim("a").make()));
    result(storeSet.transactions().append(TransactionTestData.sale().no(2).claim("b").make()));
    result(Mono.from(raw.getDatabase("test_A1234").drop()).thenReturn(true).toFuture());

    List<Appended> appended =
        Race.of(
            32,
            i ->
                result(
                    storeSet
                        .transactions()
                        .append(TransactionTestData.sale().no(1).claim("cart:" + i).make())));

    assertThat(appended).containsOnlyOnce(new Appended.Done());
    assertThat(indexNames("test_A1234", "cache_cart")).contains("closing", "parked", "removable");
  }

  @Test
  void writes_ofManyTenantsAtOnce_stayApart() {
    Race.of(
        20, i -> result(storeSet.carts().insert(cartOf("tenant" + i)).thenApply(nothing -> true)));

    assertThat(result(storeSet.carts().find("tenant7", new CartId("same")))).isPresent();
    assertThat(result(storeSet.carts().find("tenant20", new CartId("same")))).isEmpty();
    assertThat(result(names(raw.listDatabaseNames()))).contains("test_tenant0", "test_tenant19");
  }

  @Test
  void loads_ofOneTenantAtOnce_allSucceed() {
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
  void terminalThatAnEarlierVersionStored_followsTheCalendar() {
    result(storeSet.referenceLoader().load(ReferenceTestData.tenant("A1234")).thenApply(d -> true));
    long changed =
        result(
                Mono.from(
                        raw.getDatabase("test_A1234")
                            .getCollection("info_terminal")
                            .updateMany(
                                Filters.exists("follows_calendar"),
                                Updates.unset("follows_calendar")))
                    .toFuture())
            .getModifiedCount();
    assertThat(changed).isEqualTo(2);

    assertThat(result(storeSet.reference().terminals().find(CartTestData.TERMINAL, Instant.EPOCH)))
        .contains(
            CartTestData.followingCalendar(CartTestData.openedTerminal(CartTestData.TERMINAL)));
  }

  @Test
  void reads_ofUnknownTenants_findNothingAndMakeNothing() {
    TerminalKey stranger = new TerminalKey("nobody", "1", 1);

    assertThat(result(storeSet.carts().find("nobody", new CartId("c-1")))).isEmpty();
    assertThat(result(storeSet.carts().findClosing("nobody", 10))).isEmpty();
    assertThat(result(storeSet.transactions().findLast(stranger))).isEmpty();
    assertThat(result(storeSet.reference().terminals().authenticate(stranger, "key"))).isEmpty();
    assertThat(result(storeSet.reference().taxes().ofTenant("nobody"))).isEqualTo(TaxTable.DEFAULT);
    assertThat(result(storeSet.reference().settings().ofTenant("nobody"))).isEmpty();
    assertThat(result(names(raw.getDatabase("test_nobody").listCollectionNames()))).isEmpty();
  }

  @Test
  void tenant_thatNoDatabaseCanBeNamedAfter_isUnknownAndCannotBeWritten() {
    TerminalKey stranger = new TerminalKey("a/b", "1", 1);

    assertThat(result(storeSet.carts().find("a/b", new CartId("c-1")))).isEmpty();
    assertThat(result(storeSet.reference().terminals().authenticate(stranger, "key"))).isEmpty();
    assertThat(failureOf(storeSet.carts().insert(cartOf("a/b"))))
        .isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void amounts_areStoredAsDecimal128_digitForDigit() {
    Transaction sale = TransactionTestData.sale().total("70.55", 1).make();
    result(storeSet.transactions().append(sale));

    Document stored =
        result(
            Mono.from(raw.getDatabase("test_A1234").getCollection("log_tran").find().first())
                .toFuture());

    assertThat(stored.get("sales", Document.class).get("total_amount"))
        .isEqualTo(new Decimal128(new BigDecimal("70.55")));
    assertThat(result(storeSet.transactions().find(CartTestData.TERMINAL, 1))).contains(sale);
  }

  @Test
  void amount_ofMoreThan34Digits_isRefusedAndNothingIsWritten() {
    Transaction sale =
        TransactionTestData.sale().total("12345678901234567890123456789012345", 1).make();

    assertThat(failureOf(storeSet.transactions().append(sale)))
        .isEqualTo(Category.PERMANENT_FAILURE);
    assertThat(result(storeSet.transactions().findLast(CartTestData.TERMINAL))).isEmpty();
  }

  @Test
  void storedCart_thatNobodyCanRead_isAFailureNotAbsence() {
    result(
        Mono.from(
                raw.getDatabase("test_A1234")
                    .getCollection("cache_cart")
                    .insertOne(
                        new Document("_id", "c-1")
                            .append("version", 1L)
                            .append("body", new Document("schema", 99))))
            .toFuture());

    assertThat(failureOf(storeSet.carts().find("A1234", new CartId("c-1"))))
        .isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void cartsOfAnEarlierVersion_goOnceTheyAreOldFromTheFirstLookOn() {
    store(CartTestData.cartWithLines("entering", 2));
    store(CartTestData.closed(closing(CartTestData.fullCart("completed"))));
    store(CartTestData.fullCart("paying"));
    store(closing(CartTestData.idleCart("closing")));
    store(CartTestData.parked(CartTestData.idleCart("parked"), CartTestData.AT));
    Bson unset = Updates.unset("removable_since_micros");
    MongoCollection<Document> carts = raw.getDatabase("test_A1234").getCollection("cache_cart");
    result(Mono.from(carts.updateMany(Filters.empty(), unset)).toFuture());
    Instant now = Instant.now();

    assertThat(removed(now.minus(Duration.ofDays(1)))).isZero();
    assertThat(removed(now.minus(Duration.ofDays(1)))).isZero();
    assertThat(removed(now.plus(Duration.ofDays(1)))).isEqualTo(2);
    assertThat(List.of("paying", "closing", "parked"))
        .allSatisfy(
            id -> assertThat(result(storeSet.carts().find("A1234", new CartId(id)))).isPresent());
  }

  private void store(Cart cart) {
    result(storeSet.carts().insert(cart).thenApply(nothing -> true));
  }

  private int removed(Instant time) {
    return result(storeSet.carts().removeUnchangedSince("A1234", time, 10));
  }

  private static Cart closing(Cart cart) {
    return CartTestData.closing(cart, CartTestData.AT);
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
  void close_twice_isLikeOnceAndLaterCallsFailAtOnce() {
    TestStores.close(storeSet);
    TestStores.close(storeSet);

    assertThat(failureOf(storeSet.health())).isEqualTo(Category.UNAVAILABLE);
    assertThat(failureOf(storeSet.carts().insert(CartTestData.idleCart("c-1"))))
        .isIn(Category.UNAVAILABLE, Category.TIMEOUT);
  }

  @Test
  void close_whileCallsAreInProgress_leavesNoneUnanswered() {
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

  private static Cart cartOf(String tenantId) {
    return CartTestData.idleCart(new TerminalKey(tenantId, "5678", 9), "same");
  }

  private List<String> indexNames(String database, String collection) {
    return result(
        Flux.from(raw.getDatabase(database).getCollection(collection).listIndexes())
            .map(index -> index.getString("name"))
            .collectList()
            .toFuture());
  }

  private static CompletionStage<List<String>> names(Publisher<String> names) {
    return Flux.from(names).collectList().toFuture();
  }
}
