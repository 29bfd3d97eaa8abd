package dev.poscart.app.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HmacTokenVerifierTest {

  private static final String SECRET = "a-secret-that-is-long-enough-for-hs256";
  private static final String ALPHABET = "eyJhbGciOiJIUzI1NiJ9..{}\"-_=+/ ";
  private static final Instant ISSUED = Instant.parse("2026-11-23T09:00:00Z");
  private static final TestToken TILL = TestToken.terminal(9, ISSUED);

  private final TestClock clock = new TestClock(ISSUED);
  private final HmacTokenVerifier verifier =
      new HmacTokenVerifier(SECRET.getBytes(StandardCharsets.UTF_8), clock);

  @Test
  void terminalToken_containsAllAboutTheTerminal() {
    assertThat(read(TILL))
        .contains(
            new AccessToken.OfTerminal(
                new Terminal(
                    new TerminalKey("A1234", "5678", 9),
                    Terminal.Status.OPENED,
                    new TerminalSession("20251123", 3, 7),
                    Optional.of(new Staff("S001", "スタッフ太郎"))),
                ISSUED));
  }

  @Test
  void terminalToken_withoutOptionalClaims_isAccepted() {
    TestToken bare =
        TILL.without("sub")
            .without("iss")
            .without("staff_id")
            .without("staff_name")
            .without("business_date")
            .without("open_counter")
            .without("business_counter")
            .without("status");
    assertThat(read(bare))
        .contains(
            new AccessToken.OfTerminal(
                new Terminal(
                    new TerminalKey("A1234", "5678", 9),
                    Terminal.Status.IDLE,
                    new TerminalSession("", 0, 0),
                    Optional.empty()),
                ISSUED));
    assertThat(read(TILL.without("store_code").without("terminal_no"))).isEqualTo(read(TILL));
    assertThat(read(TILL.without("terminal_id"))).isEqualTo(read(TILL));
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat", "tenant_id"})
  void terminalToken_withoutRequiredClaims_isRefused(String claim) {
    assertThat(read(TILL.without(claim))).isEmpty();
  }

  @Test
  void terminalToken_thatContradictsItself_isRefused() {
    assertThat(read(TILL.with("terminal_id", "A1234-5678-10"))).isEmpty();
    assertThat(read(TILL.with("tenant_id", "B5678"))).isEmpty();
    assertThat(read(TILL.with("tenant_id", " "))).isEmpty();
    assertThat(read(TILL.with("tenant_id", 5))).isEmpty();
    assertThat(read(TILL.with("terminal_no", -1))).isEmpty();
    assertThat(read(TILL.with("iat", "now"))).isEmpty();
    assertThat(read(TILL.with("exp", "later"))).isEmpty();
  }

  @Test
  void tokenOfAnotherType_isNotATerminalToken() {
    assertThat(read(TILL.without("token_type"))).containsInstanceOf(AccessToken.OfUser.class);
    assertThat(read(TILL.with("token_type", "refresh"))).isEmpty();
    assertThat(read(TILL.with("token_type", "Terminal"))).isEmpty();
  }

  @Test
  void userAndServiceTokens_areDistinguished() {
    TestToken user = TestToken.user(ISSUED);
    assertThat(read(user)).contains(new AccessToken.OfUser("admin", "A1234", true));
    assertThat(read(user.without("sub"))).isEmpty();
    assertThat(read(user.without("tenant_id"))).isEmpty();
    assertThat(read(user.without("exp"))).isEmpty();
    TestToken service = user.with("is_service_account", true).with("service", "journal");
    assertThat(read(service)).contains(new AccessToken.OfService("journal", "A1234"));
    assertThat(read(service.without("service"))).isEmpty();
    assertThat(read(service.without("sub"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"86399, true", "86400, false", "90000, false"})
  void d3_token_isRefusedOnceExpired(long seconds, boolean accepted) {
    clock.advance(Duration.ofSeconds(seconds));
    assertThat(read(TILL).isPresent()).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "60, true", "61, false"})
  void tokenNotYetValid_isRefused(long seconds, boolean accepted) {
    assertThat(read(TILL.with("nbf", ISSUED.getEpochSecond() + seconds)).isPresent())
        .isEqualTo(accepted);
  }

  @Test
  void token_ofAnotherSecret_isRefused() {
    assertThat(verify(TILL.signed(SECRET + "x"))).isEmpty();
    assertThat(verify(TILL.signed("test-secret-key-for-development-only"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HS384, HmacSHA384", "HS512, HmacSHA512", "RS256, HmacSHA256", "hs256, HmacSHA256"})
  void token_withAnotherAlgorithm_isRefused(String name, String mac) {
    String header = "{\"alg\":\"" + name + "\",\"typ\":\"JWT\"}";
    String longSecret = SECRET.repeat(3);
    HmacTokenVerifier able =
        new HmacTokenVerifier(longSecret.getBytes(StandardCharsets.UTF_8), clock);
    assertThat(Await.result(able.verify(TILL.signed(longSecret)))).isPresent();
    assertThat(Await.result(able.verify(TILL.signed(header, mac, longSecret)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS256", ""})
  void token_withoutSignature_isRefused(String algorithm) {
    assertThat(verify(TILL.unsigned("{\"alg\":\"" + algorithm + "\"}"))).isEmpty();
  }

  @Test
  void token_withACriticalExtension_isRefused() {
    for (String crit : new String[] {"[\"b64\"]", "[\"exp\"]", "[]"}) {
      String header = "{\"alg\":\"HS256\",\"crit\":" + crit + ",\"b64\":true,\"exp\":1}";
      assertThat(verify(TILL.signed(header, "HmacSHA256", SECRET))).as(crit).isEmpty();
    }
  }

  @Test
  void token_withItsOwnKey_isRefused() {
    String header =
        "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"b3RoZXItc2VjcmV0LW90aGVyLXNlY3JldC1vdGhlcg\"}}";
    assertThat(verify(TILL.signed(header, "HmacSHA256", "other-secret-other-secret-other")))
        .isEmpty();
  }

  /** A changed last character may encode the same bits; then it is the same token. */
  @Test
  void token_withAnyCharacterChanged_isRefused() {
    String token = TILL.signed(SECRET);
    Random random = new Random(42);
    for (int i = 0; i < token.length() - 1; i++) {
      char other = "ABCxyz019-_.".charAt(random.nextInt(12));
      if (token.charAt(i) != other) {
        String changed = token.substring(0, i) + other + token.substring(i + 1);
        assertThat(verify(changed)).as("seed 42, place %d: %s", i, changed).isEmpty();
      }
    }
  }

  @Test
  void garbage_isRefused() {
    String[] known = {
      "", ".", "..", "...", "a.b.c", "e30.e30.", "e30.e30.e30", "a.b.c.d.e", "\u0000", "端末"
    };
    for (String token : known) {
      assertThat(verify(token)).as(token).isEmpty();
    }
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder token = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      assertThat(verify(token.toString())).as("seed 7: %s", token).isEmpty();
    }
    assertThat(verify("[".repeat(10_000) + "." + "e30" + ".e30")).isEmpty();
    TestToken deep = new TestToken(Map.of("exp", 1e300, "iat", -1e300, "tenant_id", "A1234"));
    assertThat(verify(deep.signed(SECRET))).isEmpty();
  }

  @Test
  void shortSecret_isRefused() {
    assertThatThrownBy(() -> new HmacTokenVerifier(new byte[31], clock))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("secret: 31 bytes (expected: >= 32)");
  }

  private Optional<AccessToken> read(TestToken token) {
    return verify(token.signed(SECRET));
  }

  private Optional<AccessToken> verify(String token) {
    return Await.result(verifier.verify(token));
  }
}
