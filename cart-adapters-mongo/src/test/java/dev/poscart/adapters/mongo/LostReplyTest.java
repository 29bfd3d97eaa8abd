package dev.poscart.adapters.mongo;

import static dev.poscart.adapters.mongo.TestStores.failureOf;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.mongo.Proxy.Loss;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.IdempotencyStore.Attempt;
import dev.poscart.domain.port.IdempotencyStore.BeginOutcome;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog.Appended;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The server carries out a write, and its reply is lost. */
@Slow
class LostReplyTest extends BehindTheProxy {

  private static final RequestFingerprint REQUEST = new RequestFingerprint("v2:1", List.of());

  private static final Cart CART = CartTestData.idleCart("c-1");

  private static final IdempotencyKey KEY = new IdempotencyKey(CartTestData.TERMINAL, "key-1");

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OUTAGE")
  void append_whoseReplyIsLost_isDoneOnce(Loss loss) {
    Transaction sale = TransactionTestData.sale().no(1).make();
    proxy.loseNextReplyTo("insert", loss);

    Appended appended = result(storeSet.transactions().append(sale));

    assertThat(proxy.lost()).isOne();
    assertThat(appended).isEqualTo(new Appended.Done());
    assertThat(result(storeSet.transactions().query(all())).transactions()).containsExactly(sale);
    assertThat(result(storeSet.transactions().append(sale)))
        .isEqualTo(new Appended.ClaimTaken(sale));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OUTAGE")
  void append_whoseReplyIsLostAndWhoseClaimIsTaken_namesTheHolder(Loss loss) {
    Transaction first = TransactionTestData.sale().no(1).claim("cart:c-1").make();
    Transaction second = TransactionTestData.sale().no(2).claim("cart:c-1").make();
    result(storeSet.transactions().append(first));
    proxy.loseNextReplyTo("insert", loss);

    Appended appended = result(storeSet.transactions().append(second));

    assertThat(proxy.lost()).isOne();
    assertThat(appended).isEqualTo(new Appended.ClaimTaken(first));
    assertThat(result(storeSet.transactions().findLast(first.terminal())))
        .map(LogEnd::numbers)
        .contains(new IssuedNumbers(1, 111_111));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OUTAGE")
  void insertCart_whoseReplyIsLost_isDone(Loss loss) {
    proxy.loseNextReplyTo("insert", loss);

    result(storeSet.carts().insert(CART).thenApply(nothing -> true));

    assertThat(proxy.lost()).isOne();
    assertThat(result(storeSet.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(CART, 1));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OUTAGE")
  void replaceCart_whoseReplyIsLost_isDone(Loss loss) {
    Cart changed = CART.change().status(CartStatus.ENTERING_ITEM).make();
    result(storeSet.carts().insert(CART).thenApply(nothing -> true));
    proxy.loseNextReplyTo("update", loss);

    assertThat(result(storeSet.carts().replace(changed, 1))).isTrue();

    assertThat(proxy.lost()).isOne();
    assertThat(result(storeSet.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(changed, 2));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OUTAGE")
  void replaceCart_whoseReplyIsLostAfterARivalWon_isFalse(Loss loss) {
    Cart rivals = CART.change().status(CartStatus.ENTERING_ITEM).make();
    Cart ours = CART.change().status(CartStatus.CANCELLED).make();
    result(storeSet.carts().insert(CART).thenApply(nothing -> true));
    result(storeSet.carts().replace(rivals, 1));
    proxy.loseNextReplyTo("update", loss);

    assertThat(result(storeSet.carts().replace(ours, 1))).isFalse();

    assertThat(proxy.lost()).isOne();
    assertThat(result(storeSet.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(rivals, 2));
  }

  @Test
  void append_whoseReplyIsLostWithTheServer_isUnknownAndThenFoundToBeTaken() {
    Transaction sale = TransactionTestData.sale().no(1).make();
    proxy.loseNextReplyTo("insert", Loss.OUTAGE);

    assertOutcomeUnknown(storeSet.transactions().append(sale));
    proxy.connect();

    assertThat(proxy.lost()).isOne();
    assertThat(result(storeSet.transactions().append(sale)))
        .isEqualTo(new Appended.ClaimTaken(sale));
    assertThat(result(storeSet.transactions().query(all())).total()).isOne();
  }

  @Test
  void replaceCart_whoseReplyIsLostWithTheServer_isUnknown() {
    Cart changed = CART.change().status(CartStatus.ENTERING_ITEM).make();
    result(storeSet.carts().insert(CART).thenApply(nothing -> true));
    proxy.loseNextReplyTo("update", Loss.OUTAGE);

    assertOutcomeUnknown(storeSet.carts().replace(changed, 1));
    proxy.connect();

    assertThat(result(storeSet.carts().find("A1234", new CartId("c-1"))))
        .contains(new Versioned<>(changed, 2));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OUTAGE")
  void beginRequest_whoseReplyIsLost_isTheFirst(Loss loss) {
    proxy.loseNextReplyTo("insert", loss);

    assertThat(result(storeSet.idempotency().begin(KEY, REQUEST, attempt("a", 0))))
        .isEqualTo(new BeginOutcome.First());
    assertThat(proxy.lost()).isOne();
    assertThat(result(storeSet.idempotency().begin(KEY, REQUEST, attempt("b", 0))))
        .isEqualTo(new BeginOutcome.InProgress());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "OUTAGE")
  void takeOverOfRequest_whoseReplyIsLost_isDone(Loss loss) {
    result(storeSet.idempotency().begin(KEY, REQUEST, attempt("a", 0)));
    proxy.loseNextReplyTo("update", loss);

    assertThat(result(storeSet.idempotency().begin(KEY, REQUEST, attempt("b", 10))))
        .isEqualTo(new BeginOutcome.TakenOver(new ChangeId("a")));
    assertThat(proxy.lost()).isOne();
    assertThat(result(storeSet.idempotency().begin(KEY, REQUEST, attempt("c", 10))))
        .isEqualTo(new BeginOutcome.InProgress());
  }

  private static Attempt attempt(String id, int second) {
    Instant at = Instant.parse("2026-11-23T09:27:02Z").plusSeconds(second);
    return new Attempt(new ChangeId(id), at, at.plusSeconds(10), at.plusSeconds(60));
  }

  private static void assertOutcomeUnknown(CompletionStage<?> write) {
    assertThat(failureOf(write)).isEqualTo(Category.TIMEOUT);
  }

  private static TransactionQuery all() {
    return new TransactionQuery(
        CartTestData.TERMINAL,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        true,
        0,
        1,
        List.of());
  }
}
