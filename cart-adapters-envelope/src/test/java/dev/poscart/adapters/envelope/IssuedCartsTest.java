package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A service that has issued an envelope takes it as one does that has not. */
class IssuedCartsTest {

  private static final int CARTS = 1_000;
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-08-30T10:15:30.12+09:00");
  private static final String KEYS = "pv1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=";
  private static final String SAME_KID = "pv1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDItMzJieXRlcz8=";

  private final CartEnvelopes issuer = Vectors.envelopes(KEYS);
  private final CartEnvelopes other = Vectors.envelopes(KEYS);

  @Test
  void anyCart_isTakenAsByAnotherService() {
    Seeds.each(
        CARTS,
        seed -> {
          CarriedCart cart = opened(new RandomCarts(seed).anyCart());
          String issued = issued(cart);
          assertThat(outcome(issuer, issued, cart)).isEqualTo(outcome(other, issued, cart));
        });
  }

  @Test
  void amountWithMoreDigitsThanSurvive_isTakenAsByAnotherService() {
    CarriedCart cart = opened(new RandomCarts(7).cart());
    LineItem line = cart.cart().lines().get(0);
    LineItem precise = line.withDiscounts(Money.of("99999999999.123457"), List.of());
    CarriedCart changed = cart.following(cart.cart().change().line(precise).make());
    String issued = issued(changed);

    assertThat(outcome(issuer, issued, cart))
        .isEqualTo(outcome(other, issued, cart))
        .doesNotContain("99999999999.123457");
  }

  @Test
  void cartThatComesBackAsItWasIssued_isTheVeryCart() {
    CarriedCart cart = opened(new RandomCarts(7).cart());
    assertThat(cart.cart().lines()).isNotEmpty();

    assertThat(verified(issuer, issued(cart), cart).cart()).isSameAs(cart.cart());
    assertThat(verified(other, issued(cart), cart).cart()).isNotSameAs(cart.cart());
  }

  @Test
  void cartThatIsSignedForARefusedChange_replacesNoOther() {
    CarriedCart cart = opened(new RandomCarts(7).cart());
    String issued = issued(cart);

    var unused = issuer.sign(cart.following(cart.cart()), terminal(cart), AT);

    assertThat(verified(issuer, issued, cart).cart()).isSameAs(cart.cart());
  }

  @Test
  void idsOfChanges_stayHere() {
    CarriedCart cart = opened(new RandomCarts(7).cart());
    Cart changed = cart.cart().change().by(new ChangeId("c1")).make();

    assertThat(verified(issuer, issued(cart.following(changed)), cart).cart().changes()).isEmpty();
  }

  @Test
  void anyOtherText_isReadAndChecked() {
    CarriedCart cart = opened(new RandomCarts(7).cart());
    String issued = issued(cart);
    int end = issued.length() - 3;

    assertThat(outcome(issuer, issued.substring(0, end) + "x\"}", cart)).contains("ALTERED");
    assertThat(outcome(issuer, issued + " ", cart)).contains("CarriedCart");
    assertThat(outcome(issuer, issued.replaceFirst("\"revision\":", "$0" + "1"), cart))
        .contains("ALTERED");
  }

  @Test
  void anotherStore_orCart_isRefused() {
    CarriedCart cart = opened(new RandomCarts(7).cart());
    String issued = issued(cart);
    TerminalKey elsewhere = new TerminalKey(terminal(cart).tenantId(), "9999", 1);

    assertThat(outcome(() -> verify(issuer, issued, elsewhere, cart.cart().id())))
        .contains("OTHER_STORE");
    assertThat(outcome(() -> verify(issuer, issued, terminal(cart), new CartId("another"))))
        .contains("OTHER_CART");
  }

  @Test
  void keyThatIsReplaced_orEnvelopeThatIsTooOld_isRefused() {
    CarriedCart cart = opened(new RandomCarts(7).cart());
    KeyRing[] keys = {Vectors.ring(KEYS)};
    TestClock clock = new TestClock(AT.toInstant());
    CartEnvelopes changing =
        new CartEnvelopes(
            () -> keys[0], Optional.of(Duration.ofHours(1)), clock, SnapshotObserver.NONE);
    String issued =
        changing.sign(cart, terminal(cart), AT).toCompletableFuture().join().use().text();

    assertThat(outcome(changing, issued, cart)).contains("CarriedCart");
    clock.advance(Duration.ofHours(2));
    assertThat(outcome(changing, issued, cart)).contains("KEY_UNKNOWN");
    clock.advance(Duration.ofHours(-2));
    keys[0] = Vectors.ring(SAME_KID);
    assertThat(outcome(changing, issued, cart)).contains("ALTERED");
    keys[0] = KeyRing.EMPTY;
    assertThat(outcome(changing, issued, cart)).contains("KEY_UNKNOWN");
  }

  @Test
  void cartsIssuedLongestAgo_areForgotten() {
    IssuedCarts carts = new IssuedCarts();
    Seeds.each(100, seed -> carts.keep(entry(new RandomCarts(seed).cart())));

    assertThat(isKept(carts, 100)).isTrue();
    assertThat(isKept(carts, 61)).isTrue();
    assertThat(isKept(carts, 60)).isFalse();
  }

  private static boolean isKept(IssuedCarts carts, long seed) {
    CartId id = new RandomCarts(seed).cart().cart().id();
    return carts.find("A1234", id, "x".repeat(100_000) + "s").isPresent();
  }

  private static IssuedCarts.Issued entry(CarriedCart cart) {
    return new IssuedCarts.Issued(
        "x".repeat(100_000),
        "s",
        Vectors.ring(KEYS).signing("A1234", AT.toInstant()).orElseThrow(),
        new EnvelopeHeader(2, AT.toString(), "pv1", "A1234", "5678", 9),
        cart);
  }

  /** As it is once it was read from an envelope. */
  private static CarriedCart opened(CarriedCart cart) {
    return cart.issuedTo(terminal(cart));
  }

  private String issued(CarriedCart cart) {
    return issuer.sign(cart, terminal(cart), AT).toCompletableFuture().join().use().text();
  }

  private static String outcome(CartEnvelopes service, String text, CarriedCart cart) {
    return outcome(() -> verified(service, text, cart));
  }

  private static String outcome(Supplier<CarriedCart> verification) {
    try {
      return verification.get().toString();
    } catch (CompletionException e) {
      return Stages.cause(e) instanceof Refused refused
          ? refused.refusal() + ": " + refused.getMessage()
          : e.toString();
    }
  }

  private static CarriedCart verified(CartEnvelopes service, String text, CarriedCart cart) {
    return verify(service, text, terminal(cart), cart.cart().id());
  }

  private static CarriedCart verify(
      CartEnvelopes service, String text, TerminalKey caller, CartId id) {
    return RandomCarts.withoutTotals(
        service.verify(new SignedSnapshot(text), caller, id).toCompletableFuture().join());
  }

  private static TerminalKey terminal(CarriedCart cart) {
    return cart.cart().terminal();
  }
}
