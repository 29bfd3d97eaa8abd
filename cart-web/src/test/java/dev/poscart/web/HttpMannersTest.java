package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.web.HealthReport.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The surroundings of the API: unknown routes, health, request ids, origins, and malformed HTTP.
 */
class HttpMannersTest {

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void unknownPath_andWrongMethod_haveNoEnvelope() {
    assertThat(till.get("/api/v1/nothing").expect(404).body())
        .isEqualTo("{\"detail\":\"Not Found\"}");
    Reading wrong = till.call("DELETE", "/api/v1/carts/x", "").expect(405);
    assertThat(wrong.body()).isEqualTo("{\"detail\":\"Method Not Allowed\"}");
    assertThat(wrong.header("Allow")).isEqualTo("GET, HEAD");
    till.call("OPTIONS", "/api/v1/carts", "").expect(405);
    till.get("/API/V1/carts/x").expect(404);
  }

  @Test
  void invalidEscape_isRefused() throws IOException {
    try (RawConnection connection = new RawConnection(shop.server.port())) {
      String request = "GET /api/v1/carts/%u0041 HTTP/1.1\r\nHost: x\r\n\r\n";
      RawConnection.RawAnswer answer = connection.call(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.body()).contains("\"code\":\"300001\"");
    }
  }

  @Test
  void compressedTransferEncoding_isRefused_namingTheAcceptedOnes() throws IOException {
    String head =
        "POST /api/v1/carts?terminal_id=A1234-5678-9 HTTP/1.1\r\nHost: x\r\nX-API-KEY: key9\r\n";
    try (RawConnection connection = new RawConnection(shop.server.port())) {
      RawConnection.RawAnswer chunked =
          connection.call(ascii(head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"));
      assertThat(chunked.status()).isEqualTo(201);
      RawConnection.RawAnswer answer =
          connection.call(
              ascii(head + "Transfer-Encoding: gzip, chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"));
      assertThat(answer.status()).isEqualTo(415);
      assertThat(answer.body())
          .contains("Unsupported Transfer-Encoding: gzip, chunked (expected: chunked)");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void extraSlash_isRedirected_withItsQuery() {
    Reading answer = till.post("/api/v1/carts/?a=b", "{}").expect(307);
    assertThat(answer.header("Location")).isEqualTo("/api/v1/carts?a=b&terminal_id=A1234-5678-9");
    till.get("/api/v1/nothing/").expect(404);
    till.get("/health/").expect(307);
  }

  @Test
  void head_answersLikeGet_withoutBody() {
    shop.health.state =
        CompletableFuture.completedFuture(
            new HealthReport(Map.of("store", Check.unhealthy("gone"))));
    Reading head = till.raw("HEAD", "/health/ready", BodyPublishers.noBody());
    assertThat(head.expect(503).body()).isEmpty();
    till.raw("HEAD", "/health/live", BodyPublishers.noBody()).expect(200);
    till.call("HEAD", "/api/v1/carts/none", "").expect(404);
  }

  @Test
  void health_showsEachPart_andIs503IfOneIsDown() {
    Map<String, Check> checks = new LinkedHashMap<>();
    checks.put("store", Check.healthy(Duration.ofMillis(3)));
    checks.put(
        "jobs",
        new Check(
            true,
            Optional.empty(),
            Map.of("job_names", List.of("recovery")),
            Optional.empty(),
            false));
    shop.health.state = CompletableFuture.completedFuture(new HealthReport(checks));
    Reading healthy = till.get("/health").expect(200);
    assertThat(healthy.body())
        .matches("\\{\"status\":\"healthy\",\"timestamp\":\"[-0-9T:.]{26}\\+00:00Z\",.*")
        .endsWith(
            "\"service\":\"cart\",\"version\":\"0.1.0\",\"checks\":{\"store\":{\"status\":\"healthy\","
                + "\"response_time_ms\":3,\"details\":null,\"error\":null,\"component\":null},"
                + "\"jobs\":{\"status\":\"healthy\",\"response_time_ms\":null,"
                + "\"details\":{\"job_names\":[\"recovery\"]},\"error\":null,\"component\":null}}}");
    shop.health.state = CompletableFuture.failedFuture(new IllegalStateException("secret"));
    Reading failed = till.get("/health").expect(503);
    assertThat(failed.at("/status").textValue()).isEqualTo("unhealthy");
    assertThat(failed.body()).doesNotContain("secret");
    till.get("/health/live").expect(200);
  }

  @Test
  void root_welcomes() {
    assertThat(till.raw("GET", "/", BodyPublishers.noBody()).expect(200).body())
        .isEqualTo("{\"message\":\"Welcome to Kugel-POS Cart API. supoorted version: v1\"}");
  }

  @Test
  void requestId_isAcceptedIfValid_otherwiseGenerated() {
    assertThat(requestId("till-9.42_x")).isEqualTo("till-9.42_x");
    assertThat(requestId("a b")).hasSize(36);
    assertThat(requestId("x".repeat(65))).hasSize(36);
    assertThat(till.get("/api/v1/nothing").header("X-Request-Id")).hasSize(36);
  }

  @Test
  void log_hasALineForEachRequest_withoutKeyQueryOrBody() {
    try (LogLines lines = LogLines.of("dev.poscart.web")) {
      String cart = till.cart();
      till.with("X-Request-Id", "r-1")
          .post(cart + "/lineItems?secretQuery=1", "[{\"itemCode\":\"secretBody\",\"quantity\":1}]")
          .expect(404);
      till.get("/health/live").expect(200);
      assertThat(lines.containing("DEBUG r-1 POST " + cart + "/lineItems 404")).hasSize(1);
      assertThat(lines.all()).noneMatch(line -> line.contains("key9") || line.contains("secret"));
    }
  }

  @Test
  void configuredOrigin_mayCall_andOthersLearnNothing() {
    TestTill page = till.with("Origin", "https://pos.example");
    assertThat(page.get("/health/live").header("Access-Control-Allow-Origin"))
        .isEqualTo("https://pos.example");
    Reading preflight =
        page.with("Access-Control-Request-Method", "POST").call("OPTIONS", "/api/v1/carts", "");
    assertThat(preflight.expect(200).header("Access-Control-Max-Age")).isEqualTo("600");
    assertThat(preflight.header("Access-Control-Allow-Headers")).contains("X-API-KEY");
    TestTill stranger = till.with("Origin", "https://evil.example");
    assertThat(stranger.get("/health/live").header("Access-Control-Allow-Origin"))
        .isEqualTo("(none)");
    stranger
        .with("Access-Control-Request-Method", "POST")
        .call("OPTIONS", "/api/v1/carts", "")
        .expect(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: x\r\nBig: %s\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /%%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /api/v1/carts/%%ff%%fe HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /api/v1/carts/a%%00b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n",
        "POST /%%zz HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}",
        "POST /api/v1/carts HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n"
      })
  void malformedHttp_isAnswered4xx_inTheEnvelope(String template) throws IOException {
    String request = String.format(Locale.ROOT, template, "b".repeat(20_000));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.server.port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 4");
      assertThat(answer)
          .contains("\"user_error\":{\"code\":\"")
          .contains("\"userError\":{\"code\":\"")
          .contains("X-Request-Id: ")
          .contains("Cache-Control: no-store")
          .contains("Connection: close");
    }
  }

  private String requestId(String sent) {
    return till.with("X-Request-Id", sent).get("/health/live").header("X-Request-Id");
  }
}
