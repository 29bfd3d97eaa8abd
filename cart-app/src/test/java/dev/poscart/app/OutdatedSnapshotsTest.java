package dev.poscart.app;

import static dev.poscart.app.CarriedCartsTest.refused;
import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Carts that go back or fork, or are too old, and what an operator learns of them. */
class OutdatedSnapshotsTest extends CarriedCartFixture {

  private Poscart start(String check) throws IOException {
    return start(Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS, Variable.CARRIED_CART_CHECK, check));
  }

  @Test
  void detected_olderAndForkedCartsAreAccepted_counted_andListed() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).open();
    expect(200, till.add("A", 2));
    String two = till.snapshot();
    expect(200, till.add("B", 1));
    String three = till.snapshot();
    expect(200, till.with(two).add("J", 1));
    expect(200, till.with(three).subtotal());
    expect(200, till.with(two).subtotal());

    String metrics = metrics(service);
    assertThat(metrics)
        .contains("poscart_carried_incidents_total{kind=\"forked\"} 1.0")
        .contains("poscart_carried_incidents_total{kind=\"rolled_back\"} 1.0");
    Await.until(
        "both are stored", () -> incidents("--cart", till.cartId()).contains("incidents 2"));
    assertThat(incidents("--kind", "rolled_back"))
        .containsPattern(
            "Z rolled_back terminal A1234-5678-9 cart "
                + till.cartId()
                + ": continues revision 2, seen is 4\n")
        .endsWith("tenant A1234: incidents 1\n");
    assertThat(incidents("--kind", "forked"))
        .contains("forked terminal A1234-5678-9")
        .contains(": revision 3 differs from the one seen before\n");
    assertThat(incidents("--limit", "1")).contains(" rolled_back ").doesNotContain(" forked ");
  }

  @Test
  void enforced_olderAndForkedCartsAreRefused_andTheSaleGoesOn() throws IOException {
    Poscart service = start("enforce");
    CarriedTill till = carried(service).open();
    expect(200, till.add("A", 2));
    String two = till.snapshot();
    expect(200, till.add("A", 1));
    expect(200, till.subtotal());

    refused(409, "300008", till.with(two).add("B", 1));
    refused(409, "300008", till.with(two).subtotal());
    refused(409, "300008", till.with(two).cancel(""));
    assertThat(till(service, 9).transactions()).isEmpty();

    expect(200, till.pay("330"));
    expect(200, till.bill(""));
    assertThat(till(service, 9).transactions()).hasSize(1);
  }

  @Test
  void enforced_aRepeatedRequestIsAnswered() throws IOException {
    CarriedTill till = carried(start("enforce")).open();
    String one = till.snapshot();
    expect(200, till.add("A", 2));
    expect(200, till.with(one).add("A", 2));
    expect(200, till.subtotal());
    expect(200, till.pay("220"));
    String paid = till.snapshot();
    expect(200, till.bill(""));

    expect(200, till.with(paid).bill(""));
    refused(409, "401511", till.with(paid).cancel(""));
    refused(409, "300008", till.with(paid).post("/resume-item-entry", ""));
  }

  @Test
  void checkThatIsOff_noticesNothing() throws IOException {
    Poscart service = start("off");
    CarriedTill till = carried(service).open();
    expect(200, till.add("A", 2));
    String two = till.snapshot();
    expect(200, till.add("B", 1));
    expect(200, till.with(two).add("J", 1));

    assertThat(metrics(service)).doesNotContain("poscart_carried_incidents_total");
  }

  @Test
  void tooOldSnapshot_isRefused() throws IOException {
    Poscart service =
        start(Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS, Variable.SNAPSHOT_MAX_AGE_HOURS, "24"));
    CarriedTill till = carried(service).open();
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);

    Answer old = till.with(issuedAt(till, now.minusHours(24).minusMinutes(5))).add("A", 1);
    refused(400, "401503", old);
    assertThat(old.body().path("message").textValue()).contains("at most 24 hours ago");
    expect(200, till.with(issuedAt(till, now.minusHours(23))).add("A", 1));
  }

  private static String issuedAt(CarriedTill till, OffsetDateTime time) {
    ObjectNode envelope = (ObjectNode) TestTill.json(till.snapshot());
    envelope.put("issuedAt", time.withNano(0).toString());
    return TestSignature.resigned(envelope).toString();
  }

  @Test
  void cartOfAnotherTerminal_isAccepted_andRecorded() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).open();
    expect(200, till.at(till(service, 8)).add("A", 1));

    Await.until("it is stored", () -> incidents().contains("issued to terminal A1234-5678-9"));
    assertThat(incidents()).contains(" other_terminal terminal A1234-5678-8 ");
  }

  @Test
  void refusedSnapshots_areCountedByKey() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).open();
    JsonNode envelope = TestTill.json(till.snapshot());
    expect(200, till.add("A", 1));
    refused(
        400,
        "401501",
        till.with(((ObjectNode) envelope).put("issuedAt", "2026-01-01T00:00:00Z").toString())
            .add("A", 1));
    refused(
        400, "401503", till.with(((ObjectNode) envelope).put("kid", "x").toString()).add("A", 1));

    assertThat(metrics(service))
        .contains("poscart_carried_snapshots_total{key=\"pv1\",use=\"issued\"} 2.0")
        .contains("poscart_carried_snapshots_total{key=\"pv1\",use=\"verified\"} 1.0")
        .contains("poscart_carried_snapshots_total{key=\"pv1\",use=\"refused\"} 1.0")
        .doesNotContain("key=\"x\"");
  }

  @Test
  void wrongOptions_areRefused() {
    assertThat(runIncidents("--kind", "odd").code()).hasValue(2);
    assertThat(runIncidents("--kind", "odd").errors()).contains("--kind", "forked");
    assertThat(runIncidents("--limit", "0").errors()).contains("--limit", "1 to 10000");
  }
}
