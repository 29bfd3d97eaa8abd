package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.web.load.LoadLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Three failures a minute for a terminal at an address, thirty for the address. */
class LoginThrottleTest {

  private static final int FAILURES = 3;
  private static final String CARTS = "/api/v1/carts";
  private static final String NONE = CARTS + "/none";

  private final Shop shop =
      Shop.open(
          WebConfigs.of(
              Optional.of("127.0.0.1"),
              0,
              65_536,
              Duration.ofSeconds(20),
              Duration.ofSeconds(20),
              Duration.ofSeconds(60),
              16,
              Set.of(),
              "0.1.0",
              LoadLimits.DEFAULT,
              FAILURES));

  @AfterEach
  void close() {
    shop.close();
  }

  private void guess(String terminalId) {
    for (int i = 0; i < FAILURES; i++) {
      shop.till(terminalId, "wrong" + i).get(NONE).expectError(401, "200001");
    }
  }

  @Test
  void guesser_gets401AndThen429_evenWithTheRightKey() {
    guess("A1234-5678-9");
    Reading slowed = shop.till("A1234-5678-9", "wrong").get(NONE).expectError(429, "200004");
    assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 20);
    assertThat(slowed.at("/user_error/message").textValue()).isEqualTo("認証の失敗が多すぎます");
    shop.till("A1234-5678-9", "key9").get(NONE).expectError(429, "200004");
  }

  @Test
  void otherTillsBehindTheSameAddress_getIn() {
    guess("A1234-5678-9");
    shop.till("A1234-5678-9", "wrong").get(NONE).expect(429);
    shop.till("A1234-5678-10", "key10").post(CARTS, "{}").expect(201);
    shop.bearer("till-77").post(CARTS, "{}").expect(201);
  }

  @Test
  void keyThatHasWorkedFromTheAddress_keepsWorking() {
    TestTill till = shop.till();
    String cart = till.cart();
    guess("A1234-5678-9");
    shop.till("A1234-5678-9", "wrong").get(NONE).expect(429);
    till.get(cart).expect(200);
    till.post(CARTS, "{}").expect(201);
  }

  @Test
  void guessesFromElsewhere_doNotLockTillsOut() throws IOException {
    for (int i = 0; i < FAILURES; i++) {
      assertThat(askFrom("127.0.0.2", "wrong")).startsWith("HTTP/1.1 401");
    }
    assertThat(askFrom("127.0.0.2", "wrong")).startsWith("HTTP/1.1 429");
    assertThat(askFrom("127.0.0.2", "key9")).startsWith("HTTP/1.1 429");
    shop.till().post(CARTS, "{}").expect(201);
  }

  @Test
  void guesserOfManyTerminals_blocksTheAddress_exceptForKnownTills() {
    TestTill known = shop.till();
    String cart = known.cart();
    for (int terminalNo = 100; terminalNo < 110; terminalNo++) {
      guess("A1234-5678-" + terminalNo);
    }
    shop.till("A1234-5678-110", "wrong").get(NONE).expectError(429, "200004");
    shop.bearer("forged").get(NONE).expectError(429, "200004");
    known.get(cart).expect(200);
  }

  @Test
  void tokens_userRoutesAndPeerServices_areThrottledToo() {
    for (int i = 0; i < FAILURES; i++) {
      shop.bearer("forged").get("/api/v1/cache/terminal/status").expectError(401, "200001");
    }
    shop.bearer("forged").get("/api/v1/cache/terminal/status").expectError(429, "200004");
    shop.bearer("user-A1234").get("/api/v1/cache/terminal/status").expect(200);
    String acknowledge = "/api/v1/tenants/A1234/stores/5678/terminals/9/transactions/1";
    for (int i = 0; i < FAILURES; i++) {
      shop.till("x", "no-key" + i).post(acknowledge + "/delivery-status", "{}").expect(401);
    }
    shop.till("x", "no-key").post(acknowledge + "/delivery-status", "{}").expect(429);
  }

  @Test
  void callerWithoutCredentials_isNotThrottled() {
    for (int i = 0; i < 2 * FAILURES; i++) {
      shop.till("A1234-5678-9", "x").with("X-API-KEY", "").get(NONE).expectError(401, "200001");
    }
    shop.till().post(CARTS, "{}").expect(201);
  }

  @Test
  void budget_refillsOneByOne() {
    AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);
    FailureBudgets budgets = new FailureBudgets(FAILURES, 10, now::get);
    assertThat(budgets.spend("till")).isFalse();
    assertThat(budgets.spend("till")).isFalse();
    assertThat(budgets.timeLeft("till")).isZero();
    assertThat(budgets.spend("till")).isTrue();
    assertThat(budgets.timeLeft("till")).isEqualTo(Duration.ofSeconds(20));
    assertThat(budgets.timeLeft("other")).isZero();
    now.addAndGet(Duration.ofSeconds(20).toNanos());
    assertThat(budgets.timeLeft("till")).isZero();
    assertThat(budgets.spend("till")).isTrue();
    assertThat(budgets.timeLeft("till")).isEqualTo(Duration.ofSeconds(20));
    now.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(budgets.spend("till")).isFalse();
  }

  @Test
  void memory_isBounded_evictingTheLeastRecentlyUsed() {
    RecencyMap<Integer> recent = new RecencyMap<>(2);
    recent.put("a", 1);
    recent.put("b", 2);
    assertThat(recent.get("a")).contains(1);
    recent.put("c", 3);
    assertThat(recent.get("b")).isEmpty();
    assertThat(recent.get("a")).contains(1);
    assertThat(recent.get("c")).contains(3);
  }

  private String askFrom(String address, String apiKey) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(address, 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), shop.server.port()));
      socket.setSoTimeout(60_000);
      String request =
          "GET "
              + NONE
              + "?terminal_id=A1234-5678-9 HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-API-KEY: "
              + apiKey
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
