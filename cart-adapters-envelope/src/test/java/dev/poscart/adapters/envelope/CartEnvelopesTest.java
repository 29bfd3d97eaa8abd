package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.CarriedCart;
import dev.poscart.domain.model.CarriedTotals;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartSnapshots.Signed;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CartEnvelopesTest {

  private static final int CARTS = 1_000;
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-08-30T10:15:30.12+09:00");
  private static final String OLD = "pv1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=";
  private static final String NEW = "pv2:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDItMzJieXRlcz8=";
  private static final Pattern WHOLE_AMOUNT = Pattern.compile("(:-?[0-9]+)\\.0(?=[,}])");

  private final CartEnvelopes envelopes = Vectors.envelopes(OLD);

  @Test
  void anyCart_issuedAndVerified_isTheSame() {
    Seeds.each(
        CARTS,
        seed -> {
          CarriedCart cart = new RandomCarts(seed).cart();
          assertThat(verified(envelopes, issued(cart), cart))
              .isEqualTo(cart.issuedTo(terminal(cart)));
        });
  }

  @Test
  void anyCart_sentWithWholeNumbersWithoutFraction_isTheSame() {
    Seeds.each(
        CARTS,
        seed -> {
          CarriedCart cart = new RandomCarts(seed).cart();
          String rewritten = WHOLE_AMOUNT.matcher(issued(cart)).replaceAll("$1");
          assertThat(rewritten).doesNotContain(".0,");
          assertThat(verified(envelopes, rewritten, cart)).isEqualTo(cart.issuedTo(terminal(cart)));
        });
  }

  @Test
  void anyOtherDigit_isRefused() {
    Seeds.each(
        CARTS,
        seed -> {
          CarriedCart cart = new RandomCarts(seed).cart();
          String altered = withAnotherDigit(issued(cart), new Random(seed));
          assertThatThrownBy(() -> verified(envelopes, altered, cart))
              .hasCauseInstanceOf(Refused.class);
        });
  }

  @Test
  void totalsOfAnotherService_areRead_andOwnOnesAreKnown() {
    CarriedCart first = new RandomCarts(1).cart();
    CarriedCart cart = first.issuedTo(terminal(first));

    assertThat(read(Vectors.envelopes(OLD), issued(cart), cart).stated())
        .contains(CarriedTotals.of(cart.cart()));
    assertThat(read(envelopes, issued(cart), cart).stated()).isEmpty();
  }

  @Test
  void unknownMember_isSigned_andIgnored() throws Exception {
    CarriedCart cart = new RandomCarts(1).cart();
    SignedEnvelope envelope = SignedEnvelope.parse(issued(cart));
    String document =
        CanonicalJson.of(envelope.document())
            .toString()
            .replaceFirst("\"balance_amount\"", "\"aux_added_later\":{\"x\":[1,2.0]},$0");
    SnapshotKey key = Vectors.ring(OLD).signing("A1234", AT.toInstant()).orElseThrow();
    CanonicalBytes bytes = new CanonicalBytes(1_000);
    envelope.header().write(bytes);
    bytes.append(document);
    EnvelopeHeader.writeSignature(bytes, key.sign(Vectors.signedText(envelope, document)));
    String sent = bytes.toString();

    assertThat(verified(envelopes, sent, cart)).isEqualTo(cart.issuedTo(terminal(cart)));
    assertThat(refusal(envelopes, sent.replace("[1,2.0]", "[1,2.5]"), cart))
        .isEqualTo(Refusal.SNAPSHOT_ALTERED);
  }

  @Test
  void keyThatIsNoLongerFirst_stillVerifies_andOneThatIsGoneDoesNot() {
    CarriedCart cart = new RandomCarts(1).cart();
    String issued = issued(cart);

    assertThat(verified(Vectors.envelopes(NEW + "," + OLD), issued, cart))
        .isEqualTo(cart.issuedTo(terminal(cart)));
    assertThat(refusal(Vectors.envelopes(NEW), issued, cart))
        .isEqualTo(Refusal.SNAPSHOT_KEY_UNKNOWN);
  }

  @Test
  void withoutKeys_nothingIsIssuedOrAccepted() {
    CarriedCart cart = new RandomCarts(1).cart();
    CartEnvelopes none =
        new CartEnvelopes(
            () -> KeyRing.EMPTY, Optional.empty(), Vectors.CLOCK, SnapshotObserver.NONE);

    assertThat(refusal(none, issued(cart), cart)).isEqualTo(Refusal.SNAPSHOT_KEY_UNKNOWN);
    assertThatThrownBy(() -> sign(none, cart))
        .hasCauseInstanceOf(Refused.class)
        .hasMessageContaining("no key is valid for tenant " + terminal(cart).tenantId());
  }

  @Test
  void cost_ofAnItem_isNotTold() {
    CarriedCart cart = new RandomCarts(7).cart();
    assertThat(cart.cart().lines()).isNotEmpty();
    Matcher costs = Pattern.compile("\"unit_cost\":([^,]*)").matcher(issued(cart));
    assertThat(costs.results().map(cost -> cost.group(1)).distinct()).containsExactly("0.0");
  }

  @Test
  void signedBytes_areThoseOfTheSignedText() throws Exception {
    CarriedCart cart = new RandomCarts(1).cart();
    Signed signed = sign(envelopes, cart);
    SignedEnvelope envelope = SignedEnvelope.parse(signed.use().text());
    assertThat(Vectors.signedText(envelope).toString()).hasSize(signed.signedBytes());
  }

  private static String withAnotherDigit(String text, Random random) {
    int at = random.nextInt(text.length());
    while (!Character.isDigit(text.charAt(at))) {
      at = (at + 1) % text.length();
    }
    char other = (char) ('0' + (text.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static Refusal refusal(CartEnvelopes envelopes, String text, CarriedCart cart) {
    try {
      throw new AssertionError("accepted: " + verified(envelopes, text, cart));
    } catch (CompletionException e) {
      assertThat(e).hasCauseInstanceOf(Refused.class);
      return e.getCause() instanceof Refused refused ? refused.refusal() : Refusal.CONFLICT;
    }
  }

  private static CarriedCart verified(CartEnvelopes envelopes, String text, CarriedCart cart) {
    return RandomCarts.withoutTotals(read(envelopes, text, cart));
  }

  private static CarriedCart read(CartEnvelopes envelopes, String text, CarriedCart cart) {
    return envelopes
        .verify(new SignedSnapshot(text), terminal(cart), cart.cart().id())
        .toCompletableFuture()
        .join();
  }

  private String issued(CarriedCart cart) {
    return sign(envelopes, cart).use().text();
  }

  private static Signed sign(CartEnvelopes envelopes, CarriedCart cart) {
    return envelopes.sign(cart, terminal(cart), AT).toCompletableFuture().join();
  }

  private static TerminalKey terminal(CarriedCart cart) {
    return cart.cart().terminal();
  }
}
