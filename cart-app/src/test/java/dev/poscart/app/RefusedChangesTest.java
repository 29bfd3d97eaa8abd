package dev.poscart.app;

import static dev.poscart.app.CarriedCartsTest.refused;
import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A change that is refused brings no snapshot: the terminal goes on with the one that it has. */
class RefusedChangesTest extends CarriedCartFixture {

  private static final Pattern ISSUED =
      Pattern.compile("poscart_carried_snapshots_total\\{key=\"pv1\",use=\"issued\"} ([0-9]+)");

  private static String numbers(int seq, int counter) {
    return "{\"seq\": %d, \"receiptCounter\": %d, \"transactionDatetime\": \"%s\"}"
        .formatted(seq, counter, OffsetDateTime.now(ZoneOffset.UTC).withNano(0));
  }

  @Test
  void refusedChange_getsNoSnapshot_andTheOneBeforeStaysGood() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).open();
    expect(200, till.add("A", 2));
    String before = till.snapshot();
    int issued = issued(service);

    withoutSnapshot(404, till.add("UNKNOWN", 1));
    withoutSnapshot(404, till.post("/lineItems/9/cancel", ""));
    withoutSnapshot(422, till.call("PATCH", "/lineItems/1/quantity", "{\"quantity\": 0}"));
    withoutSnapshot(400, till.bill(""));
    withoutSnapshot(400, till.post("/resume-item-entry", ""));

    assertThat(issued(service)).isEqualTo(issued);
    assertThat(till.snapshot()).isEqualTo(before);
    expect(200, till.subtotal());
    withoutSnapshot(400, till.post("/payments", "[{\"paymentCode\": \"99\", \"amount\": 1}]"));
    assertThat(issued(service)).isEqualTo(issued + 1);
    assertThat(till.document().path("revision").intValue()).isEqualTo(3);
  }

  @Test
  void refusedClosing_getsNoSnapshot_leavesARecord_andTheSaleGoesOn() throws IOException {
    Poscart service = start();
    CarriedTill billed = carried(service).paid();
    String paid = billed.snapshot();
    expect(200, billed.bill(numbers(1, 1)));
    CarriedTill till = carried(service).paid();
    int issued = issued(service);

    withoutSnapshot(409, billed.with(paid).at(till(service, 8)).cancel(numbers(1, 1)));
    withoutSnapshot(409, till.bill(numbers(1, 2)));

    assertThat(issued(service)).isEqualTo(issued);
    Await.until("both are recorded", () -> refusals().contains("incidents 2"));
    assertThat(refusals())
        .contains(
            "closed_otherwise terminal A1234-5678-8 cart "
                + billed.cartId()
                + ": The cart is closed as billed")
        .contains(
            "closed_otherwise terminal A1234-5678-9 cart "
                + till.cartId()
                + ": Another transaction has the number 1 of this session");
    expect(200, till.bill(numbers(2, 2)));
    assertThat(till(service, 9).transactions()).hasSize(2);
    assertThat(till(service, 8).transactions()).isEmpty();
  }

  @Test
  void snapshotThatIsSigned_butNotGiven_isNotCounted() throws IOException {
    Poscart service =
        start(
            Map.of(
                Variable.SNAPSHOT_HMAC_KEYS,
                KEYS,
                Variable.CARRIED_CART_CHECK,
                "enforce",
                Variable.MAX_BODY_BYTES,
                "8192"));
    CarriedTill till = carried(service).open();
    String one = till.snapshot();
    expect(200, till.add("A", 1));
    int issued = issued(service);

    withoutSnapshot(409, till.with(one).add("B", 1));
    assertThat(issued(service)).isEqualTo(issued);

    Answer last = till.add("B", 1);
    while (last.status() == 200) {
      issued++;
      last = till.add("B", 1);
    }
    refused(409, "401516", last);
    assertThat(issued(service)).isEqualTo(issued);
  }

  private String refusals() {
    return incidents("--kind", "closed_otherwise");
  }

  private static void withoutSnapshot(int status, Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.body().toString()).doesNotContain("signedSnapshot", "cartDocument");
  }

  private static int issued(Poscart service) throws IOException {
    Matcher count = ISSUED.matcher(metrics(service));
    return count.find() ? Integer.parseInt(count.group(1)) : 0;
  }
}
