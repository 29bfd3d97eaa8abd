package dev.poscart.app;

import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Carts that travel with a terminal, from the opening to the log, over HTTP. */
class CarriedCartsTest extends CarriedCartFixture {

  private final String now =
      OffsetDateTime.now(ZoneId.of("Asia/Tokyo")).truncatedTo(ChronoUnit.SECONDS).toString();

  private String numbers(int seq, int counter) {
    return "{\"seq\": %d, \"receiptCounter\": %d, \"transactionDatetime\": \"%s\"}"
        .formatted(seq, counter, now);
  }

  @Test
  void carriedSale_isBilledOnce_andARepeatGetsTheSameTransaction() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).paid();
    String paid = till.snapshot();
    assertThat(till.document().path("revision").intValue()).isEqualTo(4);

    JsonNode billed = expect(200, till.bill(numbers(8, 43))).data();
    assertThat(billed.path("cartStatus").textValue()).isEqualTo("Completed");
    assertThat(billed.path("transactionNo").intValue()).isEqualTo(8);
    assertThat(billed.path("receiptNo").intValue()).isEqualTo(111_153);
    assertThat(billed.path("changeAmount").decimalValue()).isEqualByComparingTo("80");

    JsonNode again = expect(200, till.with(paid).bill(numbers(8, 43))).data();
    assertThat(withoutSnapshot(again)).isEqualTo(withoutSnapshot(billed));
    JsonNode diverged = expect(200, till.with(paid).bill(numbers(9, 44))).data();
    assertThat(withoutSnapshot(diverged)).isEqualTo(withoutSnapshot(billed));
    JsonNode numberless = expect(200, till.with(paid).bill("")).data();
    assertThat(withoutSnapshot(numberless)).isEqualTo(withoutSnapshot(billed));

    refused(409, "401511", till.with(paid).cancel(numbers(8, 43)));
    refused(400, "401506", till.add("A", 1));
    assertThat(till(service, 9).transactions()).hasSize(1);
    assertThat(till(service, 9).cart(till.cartId()).status()).isEqualTo(404);
  }

  @Test
  void cancelledCart_isLoggedOnce_andCannotBeBilled() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).paid();
    String paid = till.snapshot();

    assertThat(expect(200, till.cancel("{}")).data().path("cartStatus").textValue())
        .isEqualTo("Cancelled");
    expect(200, till.with(paid).cancel(""));
    refused(409, "401511", till.with(paid).bill(""));
    assertThat(till(service, 9).transactions()).hasSize(1);
  }

  @Test
  void numberOfAnotherCart_isRefused_withTheHighestOne_andTheServiceGoesOnFromThere()
      throws IOException {
    Poscart service = start();
    expect(200, carried(service).paid().bill(numbers(8, 43)));
    expect(200, carried(service).paid().bill(numbers(3, 44)));

    CarriedTill till = carried(service).paid();
    Answer refused = till.bill(numbers(8, 45));
    refused(409, "401511", refused);
    assertThat(refused.body().path("message").textValue()).contains("expected: more than 8");
    expect(200, till.bill(numbers(9, 45)));

    // The log ends with 9; two more given numbers lie ahead of the service's next ones.
    expect(200, carried(service).paid().bill(numbers(11, 46)));
    expect(200, carried(service).paid().bill(numbers(10, 47)));
    JsonNode numbered = expect(200, carried(service).paid().bill("")).data();
    assertThat(numbered.path("transactionNo").intValue()).isEqualTo(12);
  }

  @Test
  void repeatWithOtherContents_getsTheTransactionInTheLog() throws IOException {
    Poscart service = start();
    CarriedTill till = carried(service).open();
    String empty = till.snapshot();
    expect(200, till.add("A", 2));
    expect(200, till.subtotal());
    expect(200, till.pay("220"));
    JsonNode billed = expect(200, till.bill(numbers(1, 1))).data();

    JsonNode repeated = expect(200, otherBasket(till.with(empty)).bill(numbers(1, 1))).data();
    assertThat(withoutSnapshot(repeated)).isEqualTo(withoutSnapshot(billed));
    assertThat(till(service, 9).transactions()).hasSize(1);
  }

  @Test
  void repeatWithOtherContents_isRefusedIfTheShopWantsThat() throws IOException {
    Poscart service =
        start(Map.of(Variable.SNAPSHOT_HMAC_KEYS, KEYS, Variable.CARRIED_REPEAT, "refuse"));
    CarriedTill till = carried(service).open();
    String empty = till.snapshot();
    expect(200, till.add("A", 2));
    expect(200, till.subtotal());
    expect(200, till.pay("220"));
    String paid = till.snapshot();
    expect(200, till.bill(numbers(1, 1)));

    refused(409, "401511", otherBasket(till.with(empty)).bill(numbers(1, 1)));
    expect(200, till.with(paid).bill(numbers(1, 1)));
    assertThat(till(service, 9).transactions()).hasSize(1);
  }

  @Test
  void terminal_goesOnAtAnotherSite_andEachLogHasTheSaleAtMostOnce() throws IOException {
    Poscart first = start();
    Poscart second = start();
    CarriedTill till = carried(first).open();
    expect(200, till.add("A", 2));
    till = till.at(till(second, 9));
    expect(200, till.subtotal());
    till = till.at(till(first, 9));
    expect(200, till.pay("220"));
    String paid = till.snapshot();
    expect(200, till.bill(numbers(5, 5)));

    // The answer was lost, and the terminal repeats the bill at the other site, twice.
    CarriedTill repeated = till.with(paid).at(till(second, 9));
    expect(200, repeated.bill(numbers(5, 5)));
    expect(200, till.with(paid).at(till(second, 9)).bill(numbers(5, 5)));

    JsonNode here = till(first, 9).transactions();
    JsonNode there = till(second, 9).transactions();
    assertThat(here).hasSize(1);
    assertThat(there).hasSize(1);
    for (String same : new String[] {"transactionNo", "receiptNo", "totalAmount"}) {
      assertThat(there.get(0).path(same)).as(same).isEqualTo(here.get(0).path(same));
    }
  }

  @Test
  void requestWithTheSameSnapshot_hasTheSameResult() throws IOException {
    CarriedTill till = carried(start()).open();
    String empty = till.snapshot();
    expect(200, till.add("A", 2));
    CarriedTill again = till.with(empty);
    expect(200, again.add("A", 2));

    assertThat(again.document()).isEqualTo(till.document());
    assertThat(till.document().path("revision").intValue()).isEqualTo(2);
  }

  @Test
  void snapshot_sentByAClientWithoutFractions_isAccepted() throws IOException {
    CarriedTill till = carried(start()).open();
    expect(200, till.add("A", 2));
    String rewritten = till.snapshot().replaceAll("(:-?[0-9]+)\\.0(?=[,}])", "$1");
    assertThat(rewritten).contains("\"total_amount\":200,");

    expect(200, till.with(rewritten).subtotal());
  }

  @Test
  void allChangesOfACart_areMadeToTheCarriedOne() throws IOException {
    CarriedTill till = carried(start()).open();
    expect(200, till.add("A", 2));
    expect(200, till.add("J", 1));
    expect(200, till.add("B", 1));
    expect(200, till.call("PATCH", "/lineItems/1/quantity", "{\"quantity\": 3}"));
    expect(200, till.call("PATCH", "/lineItems/2/unitPrice", "{\"unitPrice\": 98}"));
    expect(200, till.post("/lineItems/3/cancel", ""));
    expect(
        200,
        till.post(
            "/lineItems/1/discounts",
            "[{\"discountType\": \"DiscountAmount\", \"discountValue\": 18}]"));
    expect(200, till.subtotal());
    expect(
        200,
        till.post("/discounts", "[{\"discountType\": \"DiscountAmount\", \"discountValue\": 80}]"));
    expect(200, till.post("/resume-item-entry", ""));
    expect(200, till.subtotal());
    // 300 - 18 + 98 = 380, and 10 percent of 282 is 28.
    Answer paid = expect(200, till.pay("408"));
    assertThat(paid.data().path("balanceAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(paid.data().path("totalAmount").decimalValue()).isEqualByComparingTo("380");
    expect(200, till.bill(""));
  }

  @Test
  void storedCart_hasNoSnapshot_andGoesOnAsBefore() throws IOException {
    TestTill till = till(start(), 9);
    Answer created = expect(201, till.post("/carts", "{}"));
    assertThat(created.data().path("signedSnapshot").isNull()).isTrue();
    String id = created.data().path("cartId").textValue();
    Answer added = expect(200, till.add(id, "A", 2));
    assertThat(added.data().path("signedSnapshot").isNull()).isTrue();
    expect(200, till.post("/carts/" + id + "/subtotal", "{\"signedSnapshot\": null}"));
    refused(400, "401502", till.post("/carts/" + id + "/bill", numbers(1, 1)));
    expect(200, till.pay(id, "01", "220"));
    expect(200, till.post("/carts/" + id + "/bill", "{}"));
  }

  @Test
  void withoutKeys_cartsAreStored_whateverTheTerminalAsksFor() throws IOException {
    TestTill till = till(start(Map.of()), 9);
    Answer created = expect(201, till.post("/carts", "{\"carrySnapshot\": true}"));
    assertThat(created.data().path("signedSnapshot").isNull()).isTrue();
    expect(200, till.cart(created.data().path("cartId").textValue()));
  }

  private static CarriedTill otherBasket(CarriedTill till) throws IOException {
    expect(200, till.add("B", 1));
    expect(200, till.subtotal());
    expect(200, till.pay("550"));
    return till;
  }

  private static JsonNode withoutSnapshot(JsonNode cart) {
    JsonNode copy = cart.deepCopy();
    ((ObjectNode) copy).remove("signedSnapshot");
    return copy;
  }

  static void refused(int status, String code, Answer answer) {
    assertThat(answer.body().at("/user_error/code").textValue()).as("%s", answer).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
  }
}
