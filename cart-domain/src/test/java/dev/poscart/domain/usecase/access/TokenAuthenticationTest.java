package dev.poscart.domain.usecase.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.FakeTerminalDirectory;
import dev.poscart.domain.fixtures.TestClock;
import dev.poscart.domain.fixtures.UseCaseFixture;
import dev.poscart.domain.model.AccessToken;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.TerminalDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenAuthenticationTest {

  private static final Instant ISSUED = Instant.parse("2026-11-23T09:00:00Z");
  private static final TerminalKey NINE = new TerminalKey("A1234", "5678", 9);
  private static final Optional<Staff> TARO = Optional.of(new Staff("S001", "太郎"));
  private static final Optional<Staff> HANAKO = Optional.of(new Staff("S002", "花子"));
  private static final Terminal CLAIMED =
      new Terminal(NINE, Terminal.Status.OPENED, new TerminalSession("20261123", 2, 7), TARO);

  private static final Map<String, AccessToken> TOKENS =
      Map.of(
          "till", new AccessToken.OfTerminal(CLAIMED, ISSUED),
          "user", new AccessToken.OfUser("admin", "A1234", true),
          "clerk", new AccessToken.OfUser("clerk", "A1234", false),
          "service", new AccessToken.OfService("journal", "A1234"));

  private final TestClock clock = new TestClock(ISSUED);
  private final FakeTerminalDirectory directory = new FakeTerminalDirectory();

  @Test
  void terminalToken_ofAnUnknownTerminal_isTrusted() {
    assertThat(terminal("till", true)).contains(CLAIMED);
  }

  @ParameterizedTest
  @CsvSource({"-61, false", "-60, true", "0, true", "3600, true", "3601, false"})
  void d7_tokenOlderThanTheMaximumAge_isRefused(long ageSeconds, boolean accepted) {
    clock.advance(Duration.ofSeconds(ageSeconds));
    assertThat(terminal("till", true).isPresent()).isEqualTo(accepted);
    assertThat(terminal("till", false).isPresent()).isEqualTo(accepted);
  }

  @Test
  void d7_terminalClosedSinceTheToken_isClosed() {
    directory.put(
        new Terminal(NINE, Terminal.Status.CLOSED, new TerminalSession("20261123", 2, 7), TARO),
        "key");
    assertThat(terminal("till", true).orElseThrow().status()).isEqualTo(Terminal.Status.CLOSED);
    assertThat(terminal("till", false)).contains(CLAIMED);
  }

  @Test
  void d7_staffSignedOutSinceTheToken_isSignedOut() {
    directory.put(
        new Terminal(
            NINE, Terminal.Status.OPENED, new TerminalSession("20261123", 2, 7), Optional.empty()),
        "key");
    assertThat(terminal("till", true).orElseThrow().staff()).isEmpty();
    assertThat(terminal("till", false)).contains(CLAIMED);
  }

  @Test
  void directory_onlyRemovesRights() {
    directory.put(
        new Terminal(NINE, Terminal.Status.OPENED, new TerminalSession("20200101", 1, 1), HANAKO),
        "key");
    assertThat(terminal("till", true)).contains(CLAIMED);
  }

  @ParameterizedTest
  @CsvSource({
    "till, true, false, false, A1234",
    "user, false, true, false, A1234",
    "clerk, false, true, false, A1234",
    "service, false, false, true,",
    "forged, false, false, false,"
  })
  void token_grantsTheAccessOfItsKind(
      String token, boolean terminal, boolean user, boolean service, String tenant) {
    TokenAuthentication tokens = tokens(directory, true);
    assertThat(Await.result(tokens.terminal(token)).isPresent()).isEqualTo(terminal);
    assertThat(Await.result(tokens.user(token)).isPresent()).isEqualTo(user);
    assertThat(Await.result(tokens.service(token)).isPresent()).isEqualTo(service);
    assertThat(Await.result(tokens.tenant(token))).isEqualTo(Optional.ofNullable(tenant));
  }

  @Test
  void superusersAndServices_areAdministrators() {
    TokenAuthentication tokens = tokens(directory, true);
    assertThat(Await.result(tokens.administrator("user"))).contains("A1234");
    assertThat(Await.result(tokens.administrator("service"))).contains("A1234");
    assertThat(Await.result(tokens.administrator("till"))).isEmpty();
    assertThat(Await.result(tokens.administrator("forged"))).isEmpty();
    assertThat(UseCaseFixture.refused(tokens.administrator("clerk")).refusal())
        .isEqualTo(Refusal.NOT_PERMITTED);
  }

  private Optional<Terminal> terminal(String token, boolean checked) {
    return Await.result(tokens(directory, checked).terminal(token));
  }

  private TokenAuthentication tokens(TerminalDirectory terminals, boolean checked) {
    return new TokenAuthentication(
        token -> CompletableFuture.completedFuture(Optional.ofNullable(TOKENS.get(token))),
        terminals,
        new TokenRules(Duration.ofHours(1), checked),
        clock);
  }
}
