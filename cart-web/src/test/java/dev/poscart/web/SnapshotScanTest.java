package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnapshotScanTest {

  private static final int BODIES = 50_000;

  private static final String BODY =
      "{\"payload\":[{\"itemCode\":\"49-01\",\"quantity\":2}], \"signedSnapshot\":"
          + "{\"schemaVersion\":2,\"kid\":\"k1\",\"cartDocument\":{\"a\":-1.5,\"b\":[{},[],null],"
          + "\"c\":{\"d\":\"\\u308a\\\"\\n\",\"e\":0.0,\"f\":true,\"g\":false}},\"signature\":\"0a\"}"
          + ",\"finalizeContext\":null}";

  private static final String HIDDEN = "\"signed\\u0053napshot\"";

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "\"",
          "\\",
          "\\u12",
          "0",
          "00",
          "-",
          ".",
          "1.",
          "1e5",
          "a",
          "\"a\":1,",
          "\"b\":1,",
          "\"signedSnapshot\":{},",
          "\"payload\":1,",
          "null",
          "tru",
          " ",
          "\n",
          "\u0000",
          "é",
          "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
          "123456789012345678901");

  @Test
  void cartAsItWasIssued_isFound() {
    SnapshotScan.Span span = SnapshotScan.find(bytes(BODY), 32);

    assertThat(span.isFound()).isTrue();
    assertThat(BODY.substring(span.start(), span.end()))
        .startsWith("{\"schemaVersion\"")
        .endsWith("\"0a\"}");
  }

  @Test
  void cartNestedTooDeeply_withAnotherOrder_orARepeatedName_isNotFound() {
    assertThat(SnapshotScan.find(bytes(BODY), 5).isFound()).isTrue();
    assertThat(SnapshotScan.find(bytes(BODY), 4).isFound()).isFalse();
    assertNotFound("\"c\":{", "\"aa\":{");
    assertNotFound("\"e\":0.0", "\"d\":0.0");
    assertNotFound("\"kid\"", "\"signature\"");
  }

  /** An escape in the name hides it from the scan, but not from the parser. */
  @Test
  void anyBody_isReadAsByTheParser() {
    Seeds.each(
        BODIES,
        seed -> {
          String body = broken(new Random(seed));
          String hidden = body.replace("\"signedSnapshot\"", HIDDEN);
          assertThat(SnapshotScan.find(bytes(hidden), 32).isFound()).isFalse();
          assertThat(read(body))
              .as(body)
              .isEqualTo(read(hidden).replace(HIDDEN, "\"signedSnapshot\""));
        });
  }

  private static void assertNotFound(String part, String replacement) {
    assertThat(BODY).contains(part);
    assertThat(SnapshotScan.find(bytes(BODY.replace(part, replacement)), 32).isFound()).isFalse();
  }

  private static String broken(Random random) {
    String body = BODY;
    for (int changes = random.nextInt(3); changes > 0; changes--) {
      int at = random.nextInt(body.length());
      int cut = random.nextBoolean() ? 0 : random.nextInt(1 + Math.min(6, body.length() - at));
      String piece = random.nextInt(3) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
      body = body.substring(0, at) + piece + body.substring(at + cut);
    }
    return body;
  }

  private static String read(String body) {
    try {
      ReceivedJson json = new JsonReader(taken -> true).readWrapped(bytes(body));
      return json.payload() + " " + json.snapshot().map(s -> s.text()) + " " + json.numbers();
    } catch (InvalidRequest e) {
      return "refused";
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
