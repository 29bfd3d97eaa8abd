package dev.poscart.adapters.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.CarriedCart;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the parser of canonical texts reads is what the parser of any JSON reads. */
class CanonicalParserTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-08-30T10:15:30.12+09:00");
  private static final String CART = "cartDocument";
  private static final int CARTS = 500;
  private static final int DOCUMENTS = 3_000;

  private final CartEnvelopes issuer =
      Vectors.envelopes("pv1:cG9zY2FydC12ZWN0b3Ita2V5LTAwMDEtMzJieXRlcyE=");

  private String issued(CarriedCart cart) {
    return issuer.sign(cart, cart.cart().terminal(), AT).toCompletableFuture().join().use().text();
  }

  @Test
  void anyIssuedEnvelope_isRead() {
    Seeds.each(
        CARTS,
        seed -> {
          String envelope = issued(new RandomCarts(seed).cart());
          CanonicalObject read = CanonicalParser.parse(envelope).orElseThrow();
          assertThat(read).isEqualTo(JsonTree.parse(envelope));
          assertThat(JsonTree.parse(envelope)).isEqualTo(read);
          assertThat(CanonicalJson.of(read.get(CART))).hasToString(written(read));
        });
  }

  private static String written(CanonicalObject envelope) {
    CanonicalObject document = (CanonicalObject) Objects.requireNonNull(envelope.get(CART));
    return StandardCharsets.US_ASCII.decode(document.spelling()).toString();
  }

  @Test
  void anyCanonicalDocument_isReadAsItIs_orNotAtAll() {
    int found = 0;
    for (int seed = 1; seed <= DOCUMENTS; seed++) {
      Object tree = new RandomJson(new Random(seed)).value(4);
      String sent = "{\"x\":" + OtherCanonicalJson.of(tree) + "}";
      Optional<CanonicalObject> read = CanonicalParser.parse(sent);
      found += read.isPresent() ? 1 : 0;
      if (read.isPresent()) {
        assertEqual(read.get(), sent);
      }
    }
    assertThat(found).isGreaterThan(DOCUMENTS / 20);
  }

  @Test
  void anyOtherSpelling_isReadAsItIs_orNotAtAll() {
    for (int seed = 1; seed <= DOCUMENTS; seed++) {
      RandomJson json = new RandomJson(new Random(seed));
      String sent = json.spelled(json.value(4));
      CanonicalParser.parse(sent).ifPresent(read -> assertEqual(read, sent));
    }
  }

  private static void assertEqual(CanonicalObject read, String sent) {
    try {
      assertThat(read).as(sent).isEqualTo(JsonTree.parse(sent));
    } catch (MalformedEnvelopeException e) {
      throw new AssertionError(sent, e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":0.1,\"b\":-0.0,\"c\":808.0,\"d\":100.25,\"e\":-7.5,\"f\":0.30000000000000004}",
        "{\"a\":123456789012345678,\"b\":9223372036854775807,\"c\":9223372036854775808,\"d\":-0}",
        "{\"a\":\"\\u308a\\u3093\\ud83c\\udf4e\\\"\\\\\\b\\f\\n\\r\\t\",\"b\":\"\",\"c\":\"x\"}",
        "{\"a\":{},\"b\":[],\"c\":[{},[[]],null,true,false],\"d\":null}",
        "{\"kid\":\"1\",\"a\":{\"a\":1,\"b\":2}}"
      })
  void numbersTextsAndWords_areRead(String sent) {
    assertEqual(CanonicalParser.parse(sent).orElseThrow(), sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "[]",
        "{",
        "{}x",
        "{ }",
        "{\"a\": 1}",
        "{\"a\":1,}",
        "{\"a\":1,\"a\":2}",
        "{\"x\":{\"b\":1,\"a\":2}}",
        "{\"x\":{\"a\":1,\"a\":2}}",
        "{\"x\":{\"a\\u0062\":1}}",
        "{\"x\":\"り\"}",
        "{\"り\":1}",
        "{\"x\":\"\\x\"}",
        "{\"x\":\"\\u30g2\"}",
        "{\"x\":\"\t\"}",
        "{\"x\":01}",
        "{\"x\":-}",
        "{\"x\":1.}",
        "{\"x\":.5}",
        "{\"x\":1e2}",
        "{\"x\":nul}",
        "{\"x\":[1,]}",
        "{\"x\":[1 ]}",
        "{x:1}"
      })
  void anotherForm_isNotRead(String sent) {
    assertThat(CanonicalParser.parse(sent)).isEmpty();
  }

  @Test
  void textThatEndsEarly_isNotRead() {
    String envelope = issued(new RandomCarts(1).cart());
    for (int length = 0; length < envelope.length(); length++) {
      assertThat(CanonicalParser.parse(envelope.substring(0, length))).isEmpty();
    }
  }

  @Test
  void whatIsTooLong_orTooDeep_isNotRead() {
    assertThat(CanonicalParser.parse("{\"x\":" + "9".repeat(41) + "}")).isEmpty();
    assertThat(CanonicalParser.parse("{\"x\":" + "[".repeat(63) + "]".repeat(63) + "}"))
        .isPresent();
    assertThat(CanonicalParser.parse("{\"x\":" + "[".repeat(64) + "]".repeat(64) + "}")).isEmpty();
    StringBuilder many = new StringBuilder("{\"0\":0");
    for (int i = 1; i < 17; i++) {
      many.append(",\"").append(i).append("\":0");
    }
    assertThat(CanonicalParser.parse(many + "}")).isEmpty();
  }
}
