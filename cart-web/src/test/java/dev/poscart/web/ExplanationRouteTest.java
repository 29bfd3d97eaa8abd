package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplanationRouteTest {

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  /** The cart's path: discounts on a line and on the subtotal, a cancelled line, cash. */
  private String paidCart() {
    String cart = till.cart();
    till.post(
            cart + "/lineItems",
            "[{\"itemCode\":\"A\",\"quantity\":3},{\"itemCode\":\"J\",\"quantity\":1,\"unitPrice\":98},"
                + "{\"itemCode\":\"B\",\"quantity\":1}]")
        .expect(200);
    till.post(
            cart + "/lineItems/1/discounts",
            "[{\"discountType\":\"DiscountAmount\",\"discountValue\":7},"
                + "{\"discountType\":\"DiscountPercentage\",\"discountValue\":12.5}]")
        .expect(200);
    till.post(cart + "/lineItems/3/cancel", "").expect(200);
    till.post(cart + "/subtotal", "").expect(200);
    till.post(
            cart + "/discounts", "[{\"discountType\":\"DiscountPercentage\",\"discountValue\":10}]")
        .expect(200);
    till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1000}]").expect(200);
    return cart;
  }

  @Test
  void explanation_isOfTheCurrentCart() {
    String cart = paidCart();
    Reading before = till.get(cart);

    Reading told = till.get(cart + "/explain").expect(200);

    assertThat(told.at("/operation").asText()).isEqualTo("explain_cart");
    assertThat(told.header("ETag")).isEqualTo(before.header("ETag"));
    assertThat(till.get(cart).body()).isEqualTo(before.body());
  }

  @Test
  void lines_areExplained_stepByStep() {
    Reading told = till.get(paidCart() + "/explain");

    assertThat(lines(told.at("/data/lines/0/steps")))
        .containsExactly(
            "unitPrice: item master = 100.0 -> 100.0",
            "gross: 100 * 3 = 300.0 -> 300.0",
            "discounts[1].perPiece: 100 * 12.5 / 100 = 12.5 (half up to whole yen per piece, at most 100) -> 13.0",
            "discounts[1].discountAmount: 13 * 3 = 39.0 -> 39.0",
            "discounts[0].discountAmount: 7 = 7.0 -> 7.0",
            "amount: 300 - 7 - 39 = 254.0 -> 254.0",
            "share of subtotalDiscounts[0]: 35 * 254 / 352 = 25.2556818181 (largest remainder) -> 25.0",
            "taxBase: 254 - 25 = 229.0 -> 229.0");
    assertThat(lines(told.at("/data/lines/1/steps")))
        .contains("unitPrice: entered, item master: 108 = 98.0 -> 98.0");
    assertThat(told.at("/data/lines/2").toString())
        .isEqualTo("{\"no\":3,\"code\":\"B\",\"name\":\"本\",\"steps\":[]}");
  }

  @Test
  void subtotalTaxesAndTotal_areExplained_stepByStep() {
    Reading told = till.get(paidCart() + "/explain");

    assertThat(lines(told.at("/data/subtotal")))
        .containsExactly(
            "lineTotal: 254 + 98 = 352.0 -> 352.0",
            "subtotalDiscounts[0].discountAmount: 352 * 10 / 100 = 35.2 (half up to whole yen) -> 35.0",
            "totalAmount: 352 - 35 = 317.0 -> 317.0");
    assertThat(lines(told.at("/data/taxes/0/steps")))
        .containsExactly(
            "targetAmount: 229 = 229.0 -> 229.0",
            "taxAmount: 229 * 10 / 100 = 22.9 (floor to whole yen) -> 22.0");
    assertThat(lines(told.at("/data/taxes/1/steps")).get(1))
        .isEqualTo("taxAmount: 88 * 8 / (100 + 8) = 6.5185185185 (floor to whole yen) -> 6.0");
    assertThat(lines(told.at("/data/total")))
        .containsExactly("totalAmountWithTax: 317 + 22 = 339.0 -> 339.0");
  }

  @Test
  void paymentsAndBalance_areExplained_stepByStep() {
    Reading told = till.get(paidCart() + "/explain");

    assertThat(lines(told.at("/data/payments/0/steps")))
        .containsExactly(
            "deposit: 1000 = 1000.0 -> 1000.0",
            "change: 661 = 661.0 -> 661.0",
            "paymentAmount: 1000 - 661 = 339.0 -> 339.0");
    assertThat(lines(told.at("/data/balance")))
        .containsExactly("balanceAmount: 339 - 339 = 0.0 -> 0.0");
  }

  @Test
  void emptyCart_andUnknownCart() {
    String cart = till.cart();
    Reading told = till.get(cart + "/explain").expect(200);
    assertThat(told.at("/data").toString())
        .isEqualTo(
            "{\"cartId\":\""
                + cart.substring(cart.lastIndexOf('/') + 1)
                + "\",\"lines\":[],\"subtotal\":[{\"figure\":\"lineTotal\",\"formula\":\"0\","
                + "\"exact\":0.0,\"rounding\":null,\"result\":0.0},{\"figure\":\"totalAmount\","
                + "\"formula\":\"0\",\"exact\":0.0,\"rounding\":null,\"result\":0.0}],\"taxes\":[],"
                + "\"total\":[{\"figure\":\"totalAmountWithTax\",\"formula\":\"0\",\"exact\":0.0,"
                + "\"rounding\":null,\"result\":0.0}],\"payments\":[],\"balance\":[{\"figure\":"
                + "\"balanceAmount\",\"formula\":\"0\",\"exact\":0.0,\"rounding\":null,"
                + "\"result\":0.0}]}");
    till.get("/api/v1/carts/none/explain").expectError(404, "401002");
    shop.till("B5678-5678-9", "key9").get(cart + "/explain").expectError(404, "401002");
  }

  /** Each step in one line. */
  private static List<String> lines(JsonNode steps) {
    List<String> lines = new ArrayList<>();
    for (JsonNode step : steps) {
      String rounding =
          step.get("rounding").isNull() ? "" : " (" + step.get("rounding").asText() + ")";
      lines.add(
          step.get("figure").asText()
              + ": "
              + step.get("formula").asText()
              + " = "
              + step.get("exact")
              + rounding
              + " -> "
              + step.get("result"));
    }
    return lines;
  }
}
