package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of requests that are wrong in one way or another; the seed is told on failure. */
class MalformedRequestsTest {

  private static final int REQUESTS = 3_000;

  private static final List<String> JUNK =
      List.of(
          "1.5",
          "\"abc\"",
          "null",
          "[]",
          "{}",
          "-1",
          "NaN",
          "-Infinity",
          "1e999999999",
          "1e-999999999",
          "99999999999999999999999",
          "\"\\ud800\"",
          "\"１２\"",
          "[[[[[]]]]]",
          "\"0x10\"");

  private record Template(String method, String path, String body, String field) {}

  private static final List<Template> TEMPLATES =
      List.of(
          new Template("POST", "/lineItems", "[{\"itemCode\":\"A\",\"quantity\":@}]", "quantity"),
          new Template("PATCH", "/lineItems/1/quantity", "{\"quantity\":@}", "quantity"),
          new Template(
              "POST",
              "/lineItems/1/discounts",
              "[{\"discountType\":@,\"discountValue\":1}]",
              "discountType"),
          new Template("POST", "/discounts", "[{\"discountType\":@}]", "discountType"),
          new Template(
              "POST",
              "/payments",
              "[{\"paymentCode\":\"01\",\"detail\":\"x\",\"amount\":@}]",
              "amount"));

  @Test
  void malformedRequest_whateverIsWrong_is4xx_andChangesNothing() {
    long seed = 20_261_123L;
    Random random = new Random(seed);
    try (Shop shop = Shop.open()) {
      TestTill till = shop.till();
      String cart = till.cartWithApple();
      String before = till.get(cart).body();
      for (int i = 0; i < REQUESTS; i++) {
        Template template = TEMPLATES.get(random.nextInt(TEMPLATES.size()));
        byte[] body = malformed(template, random);
        Reading answer =
            till.call(template.method(), cart + template.path(), BodyPublishers.ofByteArray(body));
        assertThat(answer.status())
            .as("seed %d, request %d: %s -> %s", seed, i, shown(body), answer.body())
            .isEqualTo(422);
        answer.expectError(422, "300001");
      }
      assertThat(till.get(cart).body()).isEqualTo(before);
    }
  }

  private static byte[] malformed(Template template, Random random) {
    String valid = template.body().replace("@", "1");
    return switch (random.nextInt(7)) {
      case 0 -> bytes(junk(template, random));
      case 1 -> bytes(valid.substring(0, random.nextInt(valid.length())));
      case 2 -> bytes(valid + "x]}{,1\"".charAt(random.nextInt(7)));
      case 3 -> withBadByte(valid, random);
      case 4 -> bytes("[".repeat(1 + random.nextInt(5_000)));
      case 5 -> bytes(template.body().replace("\"" + template.field() + "\":@", twice(template)));
      default -> bytes(JUNK.get(random.nextInt(JUNK.size())) + " ".repeat(random.nextInt(9)) + "7");
    };
  }

  /** A value that the field cannot have; truncations of amounts are still refused as too fine. */
  private static String junk(Template template, Random random) {
    String junk = JUNK.get(random.nextInt(JUNK.size()));
    boolean fits = template.field().equals("amount") && junk.equals("1.5");
    return template.body().replace("@", fits ? "0.001" : junk);
  }

  private static String twice(Template template) {
    String field = "\"" + template.field() + "\":1";
    return field + "," + field;
  }

  private static byte[] withBadByte(String valid, Random random) {
    byte[] bytes = bytes(valid);
    int at = random.nextInt(bytes.length + 1);
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    broken.write(bytes, 0, at);
    broken.write(0x80 + random.nextInt(0x80));
    broken.write(bytes, at, bytes.length - at);
    return broken.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String shown(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return text.length() <= 200 ? text : text.substring(0, 200);
  }
}
