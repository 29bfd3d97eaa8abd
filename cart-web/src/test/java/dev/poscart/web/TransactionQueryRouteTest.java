package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionQueryRouteTest {

  private static final String LIST = "/api/v1/tenants/A1234/stores/5678/terminals/9/transactions";

  private static Shop shop = Shop.open();
  private static TestTill till = shop.till();

  @BeforeAll
  static void threeSalesAndACancellation() {
    for (int sale = 1; sale <= 3; sale++) {
      String cart = till.cartWithApple();
      till.patch(cart + "/lineItems/1/quantity", "{\"quantity\":" + (4 - sale) + "}").expect(200);
      till.post(cart + "/subtotal", "").expect(200);
      till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1000}]").expect(200);
      till.post(cart + "/bill", "").expect(200);
    }
    till.post(till.cartWithApple() + "/cancel", "").expect(200);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void metadata_echoesTheQuery_inStoredNames() {
    Reading answer =
        till.get(
            LIST
                + "?business_date=20251123&open_counter=1&transaction_type=101&transaction_type=201"
                + "&receipt_no=111112&limit=10&page=1&include_cancelled=on"
                + "&sort=sales.total_amount_with_tax:1,transaction_no:-1");
    assertThat(answer.expect(200).at("/metadata").toString())
        .isEqualTo(
            "{\"total\":1,\"page\":1,\"limit\":10,"
                + "\"sort\":\"sales.total_amount_with_tax:1, transaction_no:-1\","
                + "\"filter\":{\"tenant_id\":\"A1234\",\"store_code\":\"5678\",\"terminal_no\":9,"
                + "\"business_date\":\"20251123\",\"open_counter\":1,"
                + "\"transaction_type\":{\"$in\":[101,201]},\"receipt_no\":111112}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|3,2,1",
        "sort=transaction_no:1|1,2,3",
        "sort=sales.total_quantity:1|3,2,1",
        "include_cancelled=true&limit=2|4,3",
        "include_cancelled=true&limit=2&page=2|2,1",
        "limit=0|3,2,1",
        "page=9|''",
        "business_date=&open_counter=0&receipt_no=0|3,2,1",
        "open_counter=2|''",
        "transaction_type=102|''",
        "receipt_no=111111|1"
      })
  void list_hasTheRequestedTransactions(String query, String expected) {
    Reading answer = till.get(LIST + (query == null ? "" : "?" + query)).expect(200);
    StringBuilder numbers = new StringBuilder();
    answer
        .at("/data")
        .forEach(t -> numbers.append(numbers.isEmpty() ? "" : ",").append(t.get("transactionNo")));
    assertThat(numbers.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=",
        "sort=transaction_no",
        "sort=transaction_no:2",
        "sort=password:1",
        "sort=transaction_no:1,",
        "sort=transaction_no:1,transaction_no:-1",
        "page=0",
        "page=-1",
        "page=x",
        "page=99999999999",
        "limit=-1",
        "limit=1.5",
        "open_counter=a",
        "receipt_no=",
        "transaction_type=101&transaction_type=sale",
        "include_cancelled=maybe"
      })
  void d45_invalidParameter_is422(String query) {
    till.get(LIST + "?" + query).expectError(422, "300001");
  }

  @Test
  void singleTransaction_isFound_or404() {
    Reading found = till.get(LIST + "/2").expect(200);
    assertThat(found.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("220");
    till.get(LIST + "/9").expectError(404, "100001");
    till.get(LIST + "/99999999999").expectError(404, "100001");
    till.get(LIST + "/two").expectError(422, "300001");
  }

  @Test
  void otherTenants_areRefused_otherTerminalsAreNot() {
    String other = "/api/v1/tenants/B5678/stores/5678/terminals/9/transactions";
    Reading refused = till.get(other).expectError(400, "100000");
    assertThat(refused.at("/message").textValue()).isEqualTo("Invalid tenant_id: B5678");
    assertThat(refused.at("/data").textValue()).isEqualTo("400: Invalid tenant_id: B5678");
    till.get(other + "/1").expectError(400, "100000");
    till.get("/api/v1/tenants/A1234/stores/77/terminals/1/transactions").expect(200);
    till.get("/api/v1/tenants/A1234/stores/5678/terminals/-1/transactions")
        .expectError(422, "300001");
    till.get("/api/v1/tenants/%20/stores/5678/terminals/1/transactions").expectError(400, "100000");
    till.get("/api/v1/tenants/A1234/stores/%20/terminals/1/transactions")
        .expectError(422, "300001");
  }
}
