package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.failureOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.fixtures.ReferenceTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog.Appended;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the stores guarantee beyond the contracts of their ports. */
class MongoStoreSetTest extends MongoStoreSetFixture {

  private final AtomicInteger number = new AtomicInteger();

  @Test
  void databaseDroppedWhileRunning_numbersAreUniqueFromTheFirstOn() {
    result(storeSet.transactions().append(TransactionTestData.sale().no(1).claim("a").makeAt(1)));
    result(storeSet.transactions().append(TransactionTestData.sale().no(2).claim("b").makeAt(2)));
    result(Mono.from(raw.getDatabase("test_A1234").drop()).thenReturn(true).toFuture());

    List<Appended> appended =
        Race.of(
            32,
            i ->
                result(
                    storeSet
                        .transactions()
                        .append(TransactionTestData.sale().no(1).claim("cart:" + i).makeAt(1))));

    assertThat(appended).containsOnlyOnce(new Appended.Done());
    awaitIndexes("test_A1234", "poscart_cart", "closing", "parked", "removable");
  }

  @Test
  void terminalStoredByAnEarlierVersion_followsTheCalendar() {
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
  void reads_ofUnknownTenants_findNothing_andCreateNothing() {
    TerminalKey stranger = new TerminalKey("unknown", "1", 1);

    assertThat(result(storeSet.carts().find("unknown", new CartId("c-1")))).isEmpty();
    assertThat(result(storeSet.carts().findClosing("unknown", 10))).isEmpty();
    assertThat(result(storeSet.transactions().findLast(stranger))).isEmpty();
    assertThat(result(storeSet.reference().terminals().authenticate(stranger, "key"))).isEmpty();
    assertThat(result(storeSet.reference().taxes().ofTenant("unknown"))).isEmpty();
    assertThat(result(storeSet.reference().settings().ofTenant("unknown"))).isEmpty();
    assertThat(result(names(raw.getDatabase("test_unknown").listCollectionNames()))).isEmpty();
  }

  @Test
  void tenant_withoutAValidDatabaseName_isUnknown_andCannotBeWritten() {
    TerminalKey stranger = new TerminalKey("a/b", "1", 1);

    assertThat(result(storeSet.carts().find("a/b", new CartId("c-1")))).isEmpty();
    assertThat(result(storeSet.reference().terminals().authenticate(stranger, "key"))).isEmpty();
    assertThat(failureOf(storeSet.carts().insert(cartOf("a/b"))))
        .isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void amountsOfTheLog_areStoredAsBinaryNumbers_whereThatKeepsAllDigits() {
    assertThat(storedTotal("70.55")).isEqualTo(70.55);
    assertThat(storedTotal("99999999999.99")).isEqualTo(99999999999.99);
    assertThat(storedTotal("12345678901234567.89"))
        .isEqualTo(new Decimal128(new BigDecimal("12345678901234567.89")));
  }

  private Object storedTotal(String total) {
    int no = number.incrementAndGet();
    Transaction sale = TransactionTestData.sale().no(no).total(total, 1).make();
    result(storeSet.transactions().append(sale));
    assertThat(result(storeSet.transactions().find(CartTestData.TERMINAL, no))).contains(sale);

    Document stored =
        result(
            Mono.from(
                    raw.getDatabase("test_A1234")
                        .getCollection("log_tran")
                        .find(new Document("transaction_no", no))
                        .first())
                .toFuture());
    return Objects.requireNonNull(stored.get("sales", Document.class).get("total_amount"));
  }

  @Test
  void amount_withMoreThan34Digits_isRefused_andNothingIsWritten() {
    Transaction sale =
        TransactionTestData.sale().total("12345678901234567890123456789012345", 1).make();

    assertThat(failureOf(storeSet.transactions().append(sale)))
        .isEqualTo(Category.PERMANENT_FAILURE);
    assertThat(result(storeSet.transactions().findLast(CartTestData.TERMINAL))).isEmpty();
  }

  @Test
  void unreadableCart_isAFailure_notAbsence() {
    result(
        Mono.from(
                raw.getDatabase("test_A1234")
                    .getCollection("poscart_cart")
                    .insertOne(
                        new Document("_id", "c-1")
                            .append("version", 1L)
                            .append("body", new Document("schema", 99))))
            .toFuture());

    assertThat(failureOf(storeSet.carts().find("A1234", new CartId("c-1"))))
        .isEqualTo(Category.UNREADABLE);
  }

  @Test
  void cartsOfAnEarlierVersion_ageFromTheFirstLook() {
    store(CartTestData.cartWithLines("entering", 2));
    store(CartTestData.closed(closing(CartTestData.fullCart("completed"))));
    store(CartTestData.fullCart("paying"));
    store(closing(CartTestData.idleCart("closing")));
    store(CartTestData.parked(CartTestData.idleCart("parked"), CartTestData.AT));
    Bson unset = Updates.unset("removable_since_micros");
    MongoCollection<Document> carts = raw.getDatabase("test_A1234").getCollection("poscart_cart");
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
}
