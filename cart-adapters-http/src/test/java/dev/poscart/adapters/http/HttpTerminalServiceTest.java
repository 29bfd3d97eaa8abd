package dev.poscart.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.PortException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTerminalServiceTest {

  private static final TerminalKey TILL = new TerminalKey("A1234", "5678", 9);
  private static final String PATH = "/terminals/A1234-5678-9";
  private static final String OPENED =
      """
      {"terminalId":"A1234-5678-9","tenantId":"A1234","storeCode":"5678","terminalNo":9,
       "status":"Opened","businessDate":"20251123","openCounter":2,"businessCounter":7,
       "apiKey":"key-9","staff":{"staffId":"S1","staffName":"花子","staffPin":"****"}}\
      """;

  private final TestPeerService peer;
  private final HttpPeerServices.TerminalService service;

  HttpTerminalServiceTest() throws IOException {
    peer = new TestPeerService();
    service = service(Optional.empty(), Duration.ofSeconds(20));
  }

  @AfterEach
  void close() {
    peer.close();
  }

  @Test
  void authenticate_sendsTheGivenKey() {
    peer.data.put(PATH, OPENED);

    assertThat(authenticate("key-9"))
        .contains(
            new Terminal(
                TILL,
                Terminal.Status.OPENED,
                new TerminalSession("20251123", 2, 7),
                Optional.of(new Staff("S1", "花子"))));
    assertThat(peer.asked)
        .containsExactly(
            new TestPeerService.Question("/api/v1" + PATH, Optional.of("key-9"), Optional.empty()));
  }

  @Test
  void authenticate_ofATerminalWithoutStaff_givesNoStaff() {
    peer.data.put(
        PATH,
        """
        {"tenantId":"A1234","storeCode":"5678","terminalNo":9,"status":"Closed",
         "businessDate":null,"openCounter":1,"businessCounter":1,"staff":null}\
        """);

    Terminal terminal = authenticate("key-9").orElseThrow();

    assertThat(terminal.staff()).isEmpty();
    assertThat(terminal.status()).isEqualTo(Terminal.Status.CLOSED);
    assertThat(terminal.session().businessDate()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void authenticate_refusedByTheService_isEmpty(int status) {
    peer.status = status;

    assertThat(authenticate("wrong")).isEmpty();
  }

  @Test
  void authenticate_withAnUnsendableKey_isEmpty_withoutARequest() {
    assertThat(authenticate("a\nb")).isEmpty();
    assertThat(peer.asked).isEmpty();
  }

  @Test
  void authenticate_whenTheServiceFails_isAFailure_notARefusal() {
    peer.status = 500;

    assertThatThrownBy(() -> authenticate("key-9"))
        .hasMessageContaining("terminal-service UNAVAILABLE: unexpected status 500");
  }

  @Test
  void authenticate_answeredWithAnotherTerminal_isAFailure() {
    peer.data.put(PATH, OPENED.replace("\"terminalNo\":9", "\"terminalNo\":8"));

    assertThatThrownBy(() -> authenticate("key-9"))
        .hasMessageContaining(
            "terminal-service PERMANENT_FAILURE: response is about another terminal");
  }

  @ParameterizedTest
  @ValueSource(strings = {"openCounter\":-1", "businessCounter\":-1"})
  void authenticate_whenACounterIsNegative_isAFailure(String wrong) {
    String counter = wrong.substring(0, wrong.indexOf(':'));
    peer.data.put(PATH, OPENED.replaceFirst(counter + ":[0-9]", wrong));

    assertThatThrownBy(() -> authenticate("key-9")).hasMessageContaining("PERMANENT_FAILURE");
  }

  @Test
  void authenticate_answeredWithoutJson_isAFailure() {
    peer.data.put(PATH, "x");
    peer.envelope = "<html>%s";

    assertThatThrownBy(() -> authenticate("key-9"))
        .hasMessageContaining("PERMANENT_FAILURE: response is not JSON");
  }

  @Test
  void aLostConnection_isRetried() {
    peer.data.put(PATH, OPENED);
    peer.hangUps.set(2);

    assertThat(authenticate("key-9")).isPresent();
  }

  @Test
  void missingAnswer_isATimeoutAtTheDeadline() throws IOException {
    peer.gate = new CountDownLatch(1);
    HttpPeerServices.TerminalService hasty = service(Optional.empty(), Duration.ofMillis(200));

    assertThatThrownBy(() -> Await.result(hasty.terminals().authenticate(TILL, "key-9")))
        .hasMessageContaining("TIMEOUT: timed out");
  }

  @Test
  void aFailingService_isNotCalledForAWhile() {
    peer.status = 503;
    for (int call = 0; call < 10; call++) {
      assertThatThrownBy(() -> authenticate("key-9")).hasMessageContaining("unexpected status 503");
    }

    Throwable refused = Await.failure(service.terminals().authenticate(TILL, "key-9"));
    assertThat(refused).hasMessageContaining("circuit breaker is open");
    assertThat(((PortException) refused).retryAfter()).contains(Duration.ofSeconds(2));
    assertThat(peer.asked).hasSize(10);
  }

  @Test
  void find_withoutAnyCredential_isEmpty_withoutARequest() {
    assertThat(Await.result(service.terminals().find(TILL, Instant.EPOCH))).isEmpty();
    assertThat(peer.asked).isEmpty();
  }

  @Test
  void find_sendsATokenOfTheService() {
    peer.data.put(PATH, OPENED);
    HttpPeerServices.TerminalService signed =
        service(Optional.of("token-of-"), Duration.ofSeconds(20));

    assertThat(Await.result(signed.terminals().find(TILL, Instant.EPOCH))).isPresent();
    assertThat(peer.asked)
        .containsExactly(
            new TestPeerService.Question(
                "/api/v1" + PATH, Optional.empty(), Optional.of("Bearer token-of-A1234")));
  }

  @Test
  void store_isRequestedWithTheLastAcceptedKey() {
    peer.data.put(PATH, OPENED);
    peer.data.put(
        "/tenants/A1234/stores/5678?terminal_id=A1234-5678-9",
        "{\"storeCode\":\"5678\",\"storeName\":\"本店\"}");
    StoreKey store = new StoreKey("A1234", "5678");

    assertThat(Await.result(service.stores().apply(store))).isEmpty();
    authenticate("key-9");

    assertThat(Await.result(service.stores().apply(store))).contains(new Store(store, "本店"));
    assertThat(peer.asked.get(1).apiKey()).contains("key-9");
  }

  @Test
  void terminalInput_cannotReachAnotherRoute() {
    TerminalKey odd = new TerminalKey("A1234/../x?y#z", "56 78", 9);

    assertThat(Await.result(service.terminals().authenticate(odd, "key"))).isEmpty();
    assertThat(peer.asked.get(0).path())
        .isEqualTo("/api/v1/terminals/A1234%2F..%2Fx%3Fy%23z-56%2078-9");
  }

  private Optional<Terminal> authenticate(String apiKey) {
    return Await.result(service.terminals().authenticate(TILL, apiKey));
  }

  private HttpPeerServices.TerminalService service(Optional<String> token, Duration deadline) {
    return new HttpPeerServices(tenantId -> token.map(prefix -> prefix + tenantId))
        .terminalService(new PeerServiceConfig("terminal-service", peer.address(), deadline));
  }
}
