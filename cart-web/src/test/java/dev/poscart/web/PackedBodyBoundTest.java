package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.web.load.LoadLimits;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits apply to decompressed bodies, however small the compressed ones are. */
class PackedBodyBoundTest {

  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";
  private static final int MAX_BODY = 65_536;

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void limit_appliesToTheDecodedBody() {
    String items = till.cart() + "/lineItems";
    String longest = APPLE + " ".repeat(MAX_BODY - APPLE.length());
    send(items, "gzip", gzip(longest)).expect(200);
    send(items, "deflate", deflate(longest, true)).expect(200);
    for (String coding : new String[] {"gzip", "deflate"}) {
      byte[] tooLong = coding.equals("gzip") ? gzip(longest + " ") : deflate(longest + " ", false);
      Reading answer = send(items, coding, tooLong).expectError(413, "300001");
      assertThat(answer.at("/message").textValue())
          .isEqualTo("Request body too large (expected: at most 65536 bytes)");
      assertThat(answer.at("/userError")).isEqualTo(answer.at("/user_error"));
    }
  }

  @Test
  void decompressionBomb_isRefusedAtTheLimit() {
    byte[] bomb = zeros(50_000_000);
    assertThat(bomb.length).isLessThan(MAX_BODY);
    String items = till.cart() + "/lineItems";
    for (int i = 0; i < 20; i++) {
      send(items, "gzip", bomb).expectError(413, "300001");
    }
  }

  @Test
  void manyEmptyMembers_areAccepted() {
    try (Shop roomy = Shop.open(config(1_048_576, LoadLimits.DEFAULT))) {
      byte[] empty = gzip("");
      byte[] apple = gzip(APPLE);
      ByteArrayOutputStream many = new ByteArrayOutputStream();
      while (many.size() + empty.length + apple.length <= 1_048_576) {
        many.writeBytes(empty);
      }
      many.writeBytes(apple);
      roomy
          .till()
          .with("Content-Encoding", "gzip")
          .call(
              "POST",
              roomy.till().cart() + "/lineItems",
              BodyPublishers.ofByteArray(many.toByteArray()))
          .expect(200);
    }
  }

  @Test
  void memoryForDecodedBodies_isBoundedInTotal_andReleased() {
    LoadLimits tight = new LoadLimits(64, 64, 100, Duration.ofSeconds(15), 65_536);
    try (Shop open = Shop.open(config(MAX_BODY, tight))) {
      TestTill caller = open.till().with("Content-Encoding", "gzip");
      String items = open.till().cart() + "/lineItems";
      // The compressed and the decompressed body together exceed the total budget.
      byte[] tooMuch = gzip(APPLE + " ".repeat(MAX_BODY - APPLE.length()));
      byte[] half = gzip(APPLE + " ".repeat(30_000));
      for (int i = 0; i < 20; i++) {
        Reading refused = caller.call("POST", items, BodyPublishers.ofByteArray(tooMuch));
        assertThat(refused.expectError(503, "600004").header("Retry-After")).isEqualTo("1");
        caller.call("POST", items, BodyPublishers.ofByteArray(half)).expect(200);
      }
      assertThat(open.server.load().refused()).isEqualTo(20);
    }
  }

  @Test
  void memoryForParsedBodies_isBoundedInTotal_andReleased() {
    LoadLimits tight = new LoadLimits(64, 64, 100, Duration.ofSeconds(15), 1_000_000);
    try (Shop open = Shop.open(config(MAX_BODY, tight))) {
      TestTill caller = open.till().with("Content-Encoding", "gzip");
      String items = open.till().cart() + "/lineItems";
      // Twenty thousand values of two bytes, 2 MB in memory.
      byte[] tooMuch = gzip("[" + "[],".repeat(20_000) + "[]]");
      byte[] fewer = gzip("[" + "[],".repeat(5_000) + "[]]");
      for (int i = 0; i < 20; i++) {
        caller.call("POST", items, BodyPublishers.ofByteArray(tooMuch)).expectError(503, "600004");
        caller.call("POST", items, BodyPublishers.ofByteArray(fewer)).expectError(422, "300001");
      }
    }
  }

  private static WebConfig config(int maxBodyBytes, LoadLimits load) {
    return WebConfigs.of(
        Optional.of("127.0.0.1"),
        0,
        maxBodyBytes,
        Duration.ofSeconds(20),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        16,
        Set.of(),
        "0.1.0",
        load,
        0);
  }

  private Reading send(String path, String coding, byte[] body) {
    return till.with("Content-Encoding", coding)
        .call("POST", path, BodyPublishers.ofByteArray(body));
  }

  private static byte[] gzip(String text) {
    return Packed.gzip(bytes(text));
  }

  private static byte[] deflate(String text, boolean raw) {
    return Packed.deflate(bytes(text), raw);
  }

  private static byte[] zeros(int count) {
    return Packed.gzip(new byte[count]);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
