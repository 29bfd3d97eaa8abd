package dev.poscart.app;

import static dev.poscart.app.TestTill.expect;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Await;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole service in place of kugelpos, on its databases and among its services: each terminal
 * goes on, and kugelpos could take over again.
 */
class KugelposDayCarriedOnTest extends KugelposShopFixture {

  private static final String TEA = "4901000000011";

  @ParameterizedTest
  @CsvSource({"2101-1, 23, 24, 150", "2101-2, 29, 29, 150", "2102-1, 18, 18, 140"})
  void eachTerminal_goesOn_andKugelposCouldTakeOverAgain(
      String name, int count, int last, int priceOfTea) throws IOException {
    TestTill till = till(name);
    JsonNode recorded = till.transactions();
    assertThat(recorded).hasSize(count);
    for (JsonNode each : recorded) {
      assertThat(transaction(till, number(each))).isEqualTo(each);
    }

    List<JsonNode> untouched = sales(recorded);
    int returned = reverse(200, till, untouched.get(0), "return");
    assertThat(returned).isEqualTo(last + 1);
    assertThat(isRefunded(till, untouched.get(0))).isTrue();
    reverse(400, till, untouched.get(0), "return");
    assertThat(reverse(200, till, untouched.get(1), "void")).isEqualTo(last + 2);
    reverse(400, till, untouched.get(1), "void");
    assertThat(reverse(200, till, transaction(till, returned), "void")).isEqualTo(last + 3);
    assertThat(isRefunded(till, untouched.get(0))).isFalse();

    int sale = sellTwoTeas(till, priceOfTea);
    assertThat(sale).isEqualTo(last + 4);
    returnOneTea(till, sale, priceOfTea);
    assertThat(kugelpos.problemsOfKugelpos()).isEmpty();
  }

  @Test
  void salesThatKugelposReversed_areNotReversedAgain() throws IOException {
    TestTill till = till("2101-2");

    reverse(400, till, transaction(till, 1), "return");
    reverse(400, till, transaction(till, 9), "void");
    reverse(400, till, transaction(till, 25), "void");
    assertThat(till.transactions()).hasSize(29);
  }

  @Test
  void undeliveredEvents_andNewOnes_arePublished() throws IOException {
    TestTill till = till("2102-1");
    sellTwoTeas(till, 140);

    Await.until("both events", () -> events(16) >= 1 && events(19) == 1);
    assertThat(kugelpos.problemsOfKugelpos()).isEmpty();
  }

  /** How often an event of the terminal 2102-1 was published. */
  private long events(int transactionNo) {
    return kugelpos.sidecar.published.stream()
        .map(TestTill::json)
        .map(event -> event.has("data") ? event.path("data") : event)
        .filter(event -> event.path("store_code").asText().equals("2102"))
        .filter(event -> event.path("transaction_no").asInt() == transactionNo)
        .count();
  }

  /** Sales that were neither cancelled nor voided nor returned. */
  private static List<JsonNode> sales(JsonNode transactions) {
    return StreamSupport.stream(transactions.spliterator(), false)
        .filter(each -> each.path("transactionType").asInt() == 101)
        .filter(each -> !each.path("status").toString().contains("true"))
        .toList();
  }

  /** Voids or returns an entry with its own tenders; returns the number, or 0 if refused. */
  private static int reverse(int status, TestTill till, JsonNode entry, String how)
      throws IOException {
    StringBuilder tenders = new StringBuilder();
    for (JsonNode payment : entry.path("payments")) {
      tenders
          .append(tenders.isEmpty() ? "" : ",")
          .append("{\"paymentCode\": \"")
          .append(payment.path("paymentCode").asText())
          .append("\", \"amount\": ")
          .append(payment.path("paymentAmount").asText())
          .append("}");
    }
    return expect(status, till.post(path(till, number(entry)) + "/" + how, "[" + tenders + "]"))
        .data()
        .path("transactionNo")
        .asInt();
  }

  private static int sellTwoTeas(TestTill till, int price) throws IOException {
    String cart = till.createCart();
    expect(200, till.add(cart, TEA, 2));
    expect(200, till.subtotal(cart));
    expect(200, till.pay(cart, "01", String.valueOf(2 * price)));
    return number(expect(200, till.bill(cart)).data());
  }

  private static void returnOneTea(TestTill till, int sale, int price) throws IOException {
    String body =
        """
        {"payments": [{"paymentCode": "01", "amount": %d}],
         "lineItems": [{"lineNo": 1, "quantity": 1}]}"""
            .formatted(price);
    expect(200, till.post(path(till, sale) + "/return", body));
  }

  private static boolean isRefunded(TestTill till, JsonNode entry) throws IOException {
    return transaction(till, number(entry)).path("status").path("isRefunded").asBoolean();
  }

  private static JsonNode transaction(TestTill till, int number) throws IOException {
    return expect(200, till.call("GET", path(till, number), "")).data();
  }

  private static String path(TestTill till, int number) {
    String[] parts = till.terminalId().split("-", -1);
    return "/tenants/%s/stores/%s/terminals/%s/transactions/%d"
        .formatted(parts[0], parts[1], parts[2], number);
  }

  private static int number(JsonNode transaction) {
    return transaction.path("transactionNo").asInt();
  }
}
