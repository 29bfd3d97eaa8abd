package dev.poscart.app;

import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Snapshots that a service refuses, and requests without one that it refuses for that. */
class RefusedSnapshotsTest extends CarriedCartFixture {

  private static final String CART = "3f0c7e2a-9d41-4b6e-8a55-0c1d2e3f4a5b";
  private static final String ADD = "[{\"itemCode\": \"A\", \"quantity\": 1}]";

  /** Terminal 8 is closed, and at terminal 7 no staff is signed in. */
  private static String profile() {
    return TestShop.profile(9)
        .replaceFirst("(\"key8\", \"status\": )\"Opened\"", "$1\"Closed\"")
        .replaceFirst("(\"key7\",[^}]*),\\s*\"staff\": \\{[^}]*}", "$1");
  }

  @Test
  void vectors_areAcceptedOrRefusedAsInKugelpos() throws IOException {
    Poscart service = start(profile(), Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS));
    JsonNode cases = vectors("carried-verification.json").path("cases");
    assertThat(cases).hasSize(26);
    for (JsonNode vector : StreamSupport.stream(cases.spliterator(), false).toList()) {
      String name = vector.path("name").textValue();
      String id = vector.path("pathCartId").asText("same");
      Answer answer =
          till(service, terminalOf(name))
              .post(
                  "/carts/" + (id.equals("same") ? CART : id) + "/lineItems",
                  CarriedTill.wrapped(vector.path("wireEnvelopeText").textValue(), ADD));
      // The deliberate difference: 808 is 808.0.
      boolean accepted =
          vector.path("expectCode").isNull() || name.equals("integer-instead-of-float");
      assertThat(answer.status())
          .as("%s: %s", name, answer)
          .isEqualTo(accepted ? 200 : vector.path("expectHttp").intValue());
      if (!accepted) {
        assertThat(answer.body().at("/user_error/code").textValue())
            .as(name)
            .isEqualTo(vector.path("expectCode").textValue());
      }
    }
  }

  private static int terminalOf(String vector) {
    return switch (vector) {
      case "terminal-closed" -> 8;
      case "no-staff" -> 7;
      default -> 9;
    };
  }

  private static JsonNode vectors(String name) throws IOException {
    try (InputStream in =
        RefusedSnapshotsTest.class.getResourceAsStream("/dev/poscart/adapters/envelope/" + name)) {
      return TestTill.json(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void snapshotIsLookedAt_beforeThePayload() throws IOException {
    CarriedTill till = carried(start()).open();
    String altered = till.snapshot().replace("\"revision\":1", "\"revision\":2");

    CarriedCartsTest.refused(400, "401501", till.with(altered).post("/lineItems", "[{}]"));
    CarriedCartsTest.refused(422, "300001", till.post("/lineItems", "[{}]"));
    CarriedCartsTest.refused(422, "300001", till.post("/lineItems", ""));
    CarriedCartsTest.refused(400, "300004", till.pay("100"));
  }

  @Test
  void cartWithoutItsSnapshot_isUnknown() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).open();

    CarriedCartsTest.refused(404, "401002", till.with("null").subtotal());
    CarriedCartsTest.refused(
        404, "401002", till(service, 9).post("/carts/" + till.cartId() + "/subtotal", ""));
    CarriedCartsTest.refused(404, "401002", till(service, 9).cart(till.cartId()));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /lineItems",
    "POST, /lineItems/1/cancel",
    "PATCH, /lineItems/1/unitPrice",
    "PATCH, /lineItems/1/quantity",
    "POST, /lineItems/1/discounts",
    "POST, /discounts",
    "POST, /subtotal",
    "POST, /resume-item-entry",
    "POST, /payments",
    "POST, /bill",
    "POST, /cancel"
  })
  void whereAllCartsAreCarried_aRequestWithoutOneIsRefused(String method, String path)
      throws IOException {
    Poscart service =
        start(
            Map.of(
                Variable.SNAPSHOT_HMAC_KEYS,
                KEYS,
                Variable.CART_REQUEST_SNAPSHOT_MODE,
                "REQUIRED"));
    TestTill till = till(service, 9);
    Answer created = expect(201, till.post("/carts", "{}"));
    assertThat(created.data().path("signedSnapshot").isObject()).isTrue();
    String cart = "/carts/" + created.data().path("cartId").textValue();

    CarriedCartsTest.refused(422, "401508", till.call(method, cart + path, "{}"));
    CarriedCartsTest.refused(
        401,
        "200001",
        new TestTill(HttpClient.newHttpClient(), service.port(), till.terminalId(), "wrong")
            .call(method, cart + path, "{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"seq\": 1, \"receiptCounter\": 1}",
        "{\"seq\": 1, \"receiptNo\": 111111, \"transactionDatetime\": \"(now)\"}",
        "{\"seq\": 0, \"receiptCounter\": 1, \"transactionDatetime\": \"(now)\"}",
        "{\"seq\": 1, \"receiptCounter\": -1, \"transactionDatetime\": \"(now)\"}",
        "{\"seq\": 1, \"receiptCounter\": 9007199254740993, \"transactionDatetime\": \"(now)\"}",
        "{\"seq\": 1, \"receiptCounter\": 1, \"transactionDatetime\": \"2020-01-01T00:00:00Z\"}",
        "{\"seq\": 1, \"receiptCounter\": 1, \"transactionDatetime\": \"2099-01-01T00:00:00Z\"}",
        "{\"seq\": 1, \"receiptCounter\": 1, \"transactionDatetime\": \"2026-08-30\"}",
        "{\"seq\": 1, \"receiptCounter\": 1, \"transactionDatetime\": \"soon\"}",
        "[]"
      })
  void numbersThatAreNotAllThereOrOutOfBounds_areRefused_andNothingIsLogged(String numbers)
      throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).paid();
    String now = OffsetDateTime.now(ZoneOffset.UTC).toString();

    CarriedCartsTest.refused(422, "300001", till.bill(numbers.replace("(now)", now)));
    assertThat(till(service, 9).transactions()).isEmpty();
  }

  @Test
  void numbersInSnakeCase_asTexts_andATimeWithoutOffset_areRead() throws IOException {
    CarriedTill till = carried(start()).paid();
    String now = LocalDateTime.now(ZoneId.of("Asia/Tokyo")).withNano(0).toString();

    JsonNode billed =
        expect(
                200,
                till.bill(
                    "{\"seq\": \"8\", \"receipt_counter\": 43.0, \"transaction_datetime\": \"%s\"}"
                        .formatted(now.length() == 16 ? now + ":00" : now)))
            .data();

    assertThat(billed.path("transactionNo").intValue()).isEqualTo(8);
    assertThat(billed.path("receiptNo").intValue()).isEqualTo(111_153);
  }

  @Test
  void cartThatWouldNotFitItsNextRequests_growsNoFurther_andCanBePaid() throws IOException {
    Poscart service =
        start(Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS, Variable.MAX_BODY_BYTES, "12000"));
    CarriedTill till = carried(service).open();
    int lines = 0;
    Answer answer = till.add("A", 1);
    while (answer.status() == 200) {
      lines++;
      answer = till.add("A", 1);
    }

    CarriedCartsTest.refused(409, "401516", answer);
    assertThat(till.document().path("line_items")).hasSize(lines);
    expect(200, till.subtotal());
    expect(200, till.pay("100000"));
    expect(200, till.bill(""));
  }

  @Test
  void withoutAValidKey_nothingIsIssued_andTheRequestMayBeRepeated() throws IOException {
    Path keys = folder.resolve("keys");
    Files.writeString(keys, KEYS + ";tenants=B5678");
    Poscart service = start(Map.of(Variable.SNAPSHOT_HMAC_KEY_FILE, keys.toString()));

    Answer refused = till(service, 9).post("/carts", "{\"carrySnapshot\": true}");

    CarriedCartsTest.refused(503, "401507", refused);
    assertThat(refused.retryAfter()).isPresent();
  }
}
