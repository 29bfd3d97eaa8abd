package dev.poscart.app;

import static dev.poscart.app.CarriedCartsTest.refused;
import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Carts that another program with the keys calculated by rules of its own. */
class OtherTotalsTest extends CarriedCartFixture {

  private String incidentsOfTotals() {
    return incidents("--kind", "totals_differ");
  }

  /** A cart with two apples for 200 yen and 20 yen of tax. */
  private CarriedTill withApples(Poscart service) throws IOException {
    CarriedTill till = carried(service).open();
    expect(200, till.add("A", 2));
    return till;
  }

  private static String signed(JsonNode envelope) {
    return TestSignature.resigned(envelope).toString();
  }

  private static BigDecimal yen(String amount) {
    return new BigDecimal(amount);
  }

  @Test
  void totalsOfOtherRounding_areRecorded_andTheNextChangeHasOurs() throws IOException {
    Poscart service = start();
    CarriedTill till = withApples(service);
    JsonNode envelope = TestTill.json(till.snapshot());
    ((ObjectNode) envelope.at("/cartDocument/sales"))
        .put("tax_amount", yen("21.0"))
        .put("total_amount_with_tax", yen("221.0"));
    ((ObjectNode) envelope.at("/cartDocument")).put("balance_amount", yen("221.0"));
    CarriedTill foreign = till.with(signed(envelope));

    JsonNode cart = expect(200, foreign.subtotal()).data();

    assertThat(cart.path("totalAmountWithTax").decimalValue()).isEqualByComparingTo("220");
    Await.until("it is stored", () -> incidentsOfTotals().contains("incidents 1"));
    assertThat(incidentsOfTotals())
        .contains(
            "totals_differ terminal A1234-5678-9 cart "
                + till.cartId()
                + ": presented CarriedTotals[total=200, tax=21, totalWithTax=221, balance=221],"
                + " calculated CarriedTotals[total=200, tax=20, totalWithTax=220, balance=220]\n");
    expect(200, foreign.pay("220"));
    expect(200, foreign.bill(""));
    assertThat(metrics(service))
        .contains("poscart_carried_incidents_total{kind=\"totals_differ\"} 1.0");
  }

  @Test
  void cartThatMovesBetweenServices_hasTheSameTotalsAtEach() throws IOException {
    Poscart first = start();
    Poscart second = start();
    CarriedTill here = withApples(first);
    CarriedTill there = here.at(till(second, 9));
    expect(200, there.post("/lineItems/1/discounts", percent("7.5")));
    expect(200, there.add("A", 3));
    CarriedTill back = there.at(till(first, 9));
    expect(200, back.subtotal());
    expect(200, back.post("/discounts", percent("3.3")));
    CarriedTill last = back.at(till(second, 9));
    expect(200, last.pay("100"));
    expect(200, last.at(till(first, 9)).pay("9000"));

    for (Poscart service : List.of(first, second)) {
      assertThat(metrics(service)).doesNotContain("kind=\"totals_differ\"} 1");
    }
  }

  /** Of a program whose tax table the cart does not have. */
  @Test
  void cartWithAnUnknownTaxCode_isRefusedAsTheContractSays_whereItIsCalculated()
      throws IOException {
    CarriedTill entering = withApples(start());
    CarriedTill foreign = entering.with(signed(withTaxCode(entering.snapshot(), "99")));
    refused(404, "100001", foreign.subtotal());
    refused(404, "100001", foreign.add("B", 1));

    expect(200, entering.subtotal());
    CarriedTill paying = entering.with(signed(withTaxCode(entering.snapshot(), "99")));
    refused(404, "100001", paying.pay("220"));
    refused(404, "100001", paying.post("/discounts", percent("5")));
    refused(404, "100001", paying.post("/resume-item-entry", ""));
    expect(200, entering.pay("220"));
  }

  private static JsonNode withTaxCode(String snapshot, String taxCode) {
    JsonNode envelope = TestTill.json(snapshot);
    ((ObjectNode) envelope.at("/cartDocument/line_items/0")).put("tax_code", taxCode);
    return envelope;
  }

  private static String percent(String rate) {
    return "[{\"discountType\": \"DiscountPercentage\", \"discountValue\": " + rate + "}]";
  }
}
