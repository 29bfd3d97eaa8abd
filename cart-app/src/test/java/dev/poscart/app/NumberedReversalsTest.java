package dev.poscart.app;

import static dev.poscart.app.CarriedCartsTest.refused;
import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Voids and returns with the terminal's own numbers. */
class NumberedReversalsTest extends CarriedCartFixture {

  private static final String TENDERS = "[{\"paymentCode\": \"01\", \"amount\": 220}]";
  private static final String ID = "7b1f6a52-2f1e-4a43-9d0e-5f3f1f0a9c11";
  private static final String OTHER_ID = "7b1f6a52-2f1e-4a43-9d0e-5f3f1f0a9c12";

  private Poscart service;

  @BeforeEach
  void sell() throws IOException {
    service = start();
    expect(200, carried(service).paid().bill(""));
  }

  private String refusals() {
    return incidents("--kind", "closed_otherwise");
  }

  private Answer reverse(int terminalNo, String what, String wrapper) throws IOException {
    return till(service, terminalNo)
        .post(
            "/tenants/A1234/stores/5678/terminals/9/transactions/1/" + what,
            "{\"payload\": " + TENDERS + ", " + wrapper + "}");
  }

  private static String unsigned(String id, int seq, int counter, String time) {
    return ("\"signedSnapshot\": null, \"finalizeContext\": {\"cartId\": \"%s\", \"seq\": %d,"
            + " \"receiptCounter\": %d, \"transactionDatetime\": \"%s\"}")
        .formatted(id, seq, counter, time);
  }

  private static String signed() throws IOException {
    try (InputStream in =
        NumberedReversalsTest.class.getResourceAsStream(
            "/dev/poscart/adapters/envelope/carried-finalize-context.json")) {
      return TestTill.json(
              new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8))
          .at("/vectors/0/wireEnvelopeText")
          .textValue();
    }
  }

  @Test
  void unsignedNumbers_areThoseOfTheVoid_andARepeatGetsTheSame() throws IOException {
    String now = OffsetDateTime.now(ZoneOffset.UTC).withNano(0).toString();
    JsonNode made = expect(200, reverse(9, "void", unsigned(ID, 8, 43, now))).data();

    assertThat(made.path("transactionNo").intValue()).isEqualTo(8);
    assertThat(made.path("receiptNo").intValue()).isEqualTo(111_153);
    assertThat(OffsetDateTime.parse(made.path("generateDateTime").textValue()))
        .isEqualTo(OffsetDateTime.parse(now));
    JsonNode again = expect(200, reverse(9, "void", unsigned(ID, 8, 43, now))).data();
    assertThat(again).isEqualTo(made);
    assertThat(till(service, 9).transactions()).hasSize(2);
  }

  @Test
  void numberOfTheSale_isRefused_andRecorded_andNothingIsReversed() throws IOException {
    String now = OffsetDateTime.now(ZoneOffset.UTC).toString();

    refused(409, "401511", reverse(9, "void", unsigned(ID, 1, 2, now)));
    refused(409, "401511", reverse(9, "return", unsigned(OTHER_ID, 1, 2, now)));
    Await.until("both are recorded", () -> refusals().contains("incidents 2"));
    assertThat(refusals())
        .contains("terminal A1234-5678-9 cart " + ID + ": Another transaction has the number 1 ")
        .contains("terminal A1234-5678-9 cart " + OTHER_ID + ": Another transaction has the");
    assertThat(till(service, 9).transactions()).hasSize(1);
    expect(200, reverse(9, "void", unsigned(ID, 2, 2, now)));
  }

  @Test
  void signedNumbers_areThoseOfTheReturn_andARepeatGetsTheSame() throws IOException {
    String context = "\"signedSnapshot\": " + signed();
    JsonNode made = expect(200, reverse(9, "return", context)).data();

    assertThat(made.path("transactionNo").intValue()).isEqualTo(8);
    assertThat(made.path("receiptNo").intValue()).isEqualTo(111_153);
    assertThat(expect(200, reverse(9, "return", context)).data()).isEqualTo(made);
    assertThat(till(service, 9).transactions()).hasSize(2);
  }

  @Test
  void numberOfSeveralSessions_needsTheSession() throws IOException {
    TestTill till = till(service, 9);
    expect(200, till.post("/terminals/A1234-5678-9/close", ""));
    JsonNode opened = expect(200, till.post("/terminals/A1234-5678-9/open", "")).data();
    String now = OffsetDateTime.now(ZoneOffset.UTC).withNano(0).toString();
    String numbers = "{\"seq\": 1, \"receiptCounter\": 2, \"transactionDatetime\": \"%s\"}";
    expect(200, carried(service).paid().bill(numbers.formatted(now)));
    String sale = "/tenants/A1234/stores/5678/terminals/9/transactions/1";
    String session = "?business_counter=" + opened.path("businessCounter").intValue();

    refused(409, "401513", till.call("GET", sale, ""));
    refused(409, "401513", till.post(sale + "/return", TENDERS));
    expect(200, till.call("GET", sale + session, ""));
    expect(200, till.post(sale + "/return" + session, TENDERS));
  }

  @Test
  void wrongNumbers_areRefused_andNothingIsReversed() throws IOException {
    String context = signed();
    refused(
        400,
        "401501",
        reverse(9, "void", "\"signedSnapshot\": " + context.replace("\"seq\":8", "\"seq\":9")));
    refused(400, "401502", reverse(8, "return", "\"signedSnapshot\": " + context));
    refused(
        400,
        "401503",
        reverse(9, "void", "\"signedSnapshot\": " + context.replace("\"pv1\"", "\"pv9\"")));
    refused(400, "401502", reverse(9, "void", "\"signedSnapshot\": {}"));
    refused(422, "300001", reverse(9, "void", unsigned(ID, 0, 1, "2026-01-01T00:00:00Z")));
    refused(422, "300001", reverse(9, "void", unsigned(ID, 2, 2, "2026-01-01T00:00:00Z")));
    refused(422, "300001", reverse(9, "void", unsigned("", 2, 2, "2026-01-01T00:00:00Z")));
    refused(
        422,
        "300001",
        reverse(9, "void", "\"signedSnapshot\": null, \"finalizeContext\": {\"seq\": 2}"));

    assertThat(till(service, 9).transactions()).hasSize(1);
  }
}
