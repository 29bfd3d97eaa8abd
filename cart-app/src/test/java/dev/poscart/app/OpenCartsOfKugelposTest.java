package dev.poscart.app;

import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.poscart.app.TestTill.Answer;
import dev.poscart.domain.fixtures.Race;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The carts that kugelpos left open after two days, carried on by the whole service. */
class OpenCartsOfKugelposTest extends KugelposShopFixture {

  private static final String IN_FALLBACK = "5ed2ff61-da2c-4fa9-bb43-bf3084c7d33e";
  private static final String ENTERING = "e109df7c-879b-4cdb-8486-71bdc0a4d559";
  private static final String PARTLY_PAID = "420db82f-5f2d-4c2b-bbac-888f1c759573";
  private static final String DISCOUNTED = "a5d19428-7b8f-4149-9663-229ff30828cf";
  private static final String PAID = "35571369-9cde-4e91-9b07-6805d51cf531";
  private static final String COMPLETED = "5815025f-ff9f-44e5-a3cd-3edf46f6f689";

  @ParameterizedTest
  @CsvSource({
    "5ed2ff61-da2c-4fa9-bb43-bf3084c7d33e, 2101-2, EnteringItem, 1901, 1901, 0,"
        + " 4901000000134 1 338/4901000000080 3 1260/4901000000011 1 150",
    "017787e5-e007-4d32-8754-4c7732c8655a, 2102-1, EnteringItem, 2806, 2806, 0,"
        + " 4901000000073 3 630/4901000000059 1 233/4901000000080 1 480"
        + "/4901000000141 1 990/4901000000103 1 180/4901000000042 1 169",
    "c548b6e9-331b-456b-9c1d-d62a76607dbf, 2101-1, Idle, 0, 0, 0,",
    "eb7672b9-696c-4db6-9dfd-2a205e43ef82, 2101-1, EnteringItem, 1268, 1268, 0,"
        + " 4901000000011 1 150/4901000000066 3 1017",
    "e109df7c-879b-4cdb-8486-71bdc0a4d559, 2101-2, EnteringItem, 2118, 2118, 0,"
        + " 4901000000141 2 1722/4901000000028 2 396/4901000000035 1 123 cancelled",
    "420db82f-5f2d-4c2b-bbac-888f1c759573, 2101-1, Paying, 737, 637, 0,"
        + " 4901000000042 2 338/4901000000066 1 339",
    "a5d19428-7b8f-4149-9663-229ff30828cf, 2101-2, Paying, 1537, 1537, 0,"
        + " 4901000000059 1 233/4901000000080 3 1260",
    "35571369-9cde-4e91-9b07-6805d51cf531, 2101-2, Paying, 202, 0, 1000, 4901000000073 1 184"
  })
  void eachOpenCart_isReadAsKugelposLeftIt(
      String id, String till, String status, int total, int balance, int change, String lines)
      throws IOException {
    JsonNode cart = expect(200, till(till).cart(id)).data();

    assertThat(cart.path("cartStatus").asText()).isEqualTo(status);
    assertThat(cart.path("totalAmountWithTax").asInt()).isEqualTo(total);
    assertThat(cart.path("balanceAmount").asInt()).isEqualTo(balance);
    assertThat(cart.path("changeAmount").asInt()).isEqualTo(change);
    assertThat(lines(cart)).isEqualTo(Optional.ofNullable(lines).orElse(""));
  }

  @Test
  void cartInItemEntry_goesOnToItsBill() throws IOException {
    TestTill till = till("2101-2");

    // A bottle of tea for 150 on top of 2118, tax included; promotions stay as they were given.
    JsonNode cart = expect(200, till.add(ENTERING, "4901000000011", 1)).data();
    assertThat(cart.path("balanceAmount").asInt()).isEqualTo(2268);
    expect(200, till.subtotal(ENTERING));
    expect(200, till.pay(ENTERING, "01", "2268"));
    expect(200, till.bill(ENTERING));

    JsonNode sale = newSales(till, 29).path(0);
    assertThat(sale.path("totalAmountWithTax").asInt()).isEqualTo(2268);
    assertThat(sale.path("lineItems").path(0).path("discounts").findValuesAsText("discountAmount"))
        .containsExactly("10.0", "248.0");
    assertThat(kugelpos.sidecar.carts).doesNotContainKey(ENTERING);
  }

  @Test
  void cartOfTheFallbackCollection_goesOnToItsBill() throws IOException {
    TestTill till = till("2101-2");

    expect(200, till.subtotal(IN_FALLBACK));
    expect(200, till.pay(IN_FALLBACK, "01", "2000"));
    JsonNode billed = expect(200, till.bill(IN_FALLBACK)).data();

    assertThat(billed.path("changeAmount").asInt()).isEqualTo(99);
    assertThat(newSales(till, 29)).hasSize(1);
  }

  @Test
  void cartsInPayment_keepTheirTendersAndDiscounts() throws IOException {
    TestTill first = till("2101-1");
    expect(200, first.pay(PARTLY_PAID, "01", "637"));
    expect(200, first.bill(PARTLY_PAID));
    assertThat(newSales(first, 24).path(0).path("payments").findValuesAsText("paymentAmount"))
        .containsExactly("100.0", "637.0");

    TestTill second = till("2101-2");
    expect(200, second.bill(PAID));
    expect(200, second.pay(DISCOUNTED, "01", "1537"));
    expect(200, second.bill(DISCOUNTED));
    assertThat(newSales(second, 29).findValuesAsText("totalAmountWithTax"))
        .containsExactly("202.0", "1537.0");
    assertThat(
            newSales(second, 29)
                .path(1)
                .path("subtotalDiscounts")
                .findValuesAsText("discountAmount"))
        .containsExactly("75.0");
  }

  @Test
  void twoProcessesThatTakeOverACartAtOnce_sellItOnce() throws IOException {
    try (RunningShop other = kugelpos.open(folder)) {
      List<TestTill> tills = List.of(till("2101-2"), kugelpos.till(other, "2101-2"));
      List<Integer> answers = Race.of(4, i -> bill(tills.get(i % 2)));

      assertThat(answers).contains(200);
      assertThat(newSales(tills.get(0), 29).findValuesAsText("totalAmountWithTax"))
          .containsExactly("202.0");
      assertThat(tills.get(1).cart(PAID).data()).isEqualTo(tills.get(0).cart(PAID).data());
    }
  }

  @Test
  void cartOfAnotherStore_andAClosedOne_andAnUnknownOne_areNotFound() throws IOException {
    notFound(till("2102-1").cart(PAID));
    notFound(till("2101-2").cart(COMPLETED));
    notFound(till("2101-2").cart("00000000-0000-4000-8000-000000000000"));
    assertThat(kugelpos.sidecar.carts).containsKeys(PAID, COMPLETED);
    expect(200, till("2101-2").cart(PAID));
  }

  @Test
  void stateStoreThatIsDown_isNoMissingCart() throws IOException {
    TestTill till = till("2101-2");
    kugelpos.sidecar.status = Optional.of(500);

    assertThat(till.cart(PAID).status()).isEqualTo(503);
    assertThat(till.cart(IN_FALLBACK).status()).isEqualTo(503);

    kugelpos.sidecar.status = Optional.empty();
    expect(200, till.bill(PAID));
  }

  @Test
  void health_saysThatTheStateStoreIsSearched() {
    JsonNode health = TestTill.json(shop.send("GET", "/health", Optional.empty()).body());

    assertThat(
            health.path("checks").path("dapr_cartstore").path("details").path("used").asBoolean())
        .isTrue();
  }

  @Test
  void cartThatCannotBeRead_saysSo_andStaysWhereItIs() throws IOException {
    kugelpos.sidecar.carts.computeIfPresent(
        PAID, (id, cart) -> cart.replace("\"quantity\"", "\"lost\""));

    Answer answer = expect(500, till("2101-2").bill(PAID));

    assertThat(answer.body().path("user_error").path("code").asText()).isEqualTo("900998");
    assertThat(kugelpos.sidecar.carts).containsKey(PAID);
  }

  private static void notFound(Answer answer) {
    assertThat(expect(404, answer).body().path("user_error").path("code").asText())
        .isEqualTo("401002");
  }

  /** The terminal's transactions after kugelpos's last one. */
  private static JsonNode newSales(TestTill till, int last) throws IOException {
    ArrayNode sales = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : till.transactions()) {
      if (each.path("transactionNo").asInt() > last) {
        sales.add(each);
      }
    }
    return sales;
  }

  private static String lines(JsonNode cart) {
    StringBuilder lines = new StringBuilder();
    for (JsonNode line : cart.path("lineItems")) {
      lines
          .append(lines.isEmpty() ? "" : "/")
          .append(line.path("itemCode").asText())
          .append(" ")
          .append(line.path("quantity").asInt())
          .append(" ")
          .append(line.path("amount").asInt())
          .append(line.path("isCancelled").asBoolean() ? " cancelled" : "");
    }
    return lines.toString();
  }

  private static int bill(TestTill till) {
    try {
      return till.bill(PAID).status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
