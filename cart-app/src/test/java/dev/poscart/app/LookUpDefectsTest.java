package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.transaction;
import static dev.poscart.app.Selling.transactions;
import static dev.poscart.app.Selling.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import dev.poscart.app.token.TestToken;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Look-ups and queries: known defects of kugelpos, by their numbers in {@code docs/defects.md}. */
class LookUpDefectsTest extends TransactionDefectsFixture {

  @Test
  void d40_voided_isShownToEveryTill() throws IOException {
    JsonNode sale = sold(till, "84", item("E", 1));
    String path = transaction(1, sale);
    ok(till.post(path + "/void", CASH_84));

    for (TestTill caller : List.of(till, otherTill, shop.till("A1234-9999-1", "key1"))) {
      assertThat(ok(caller.call("GET", path, "")).at("/status/isVoided").booleanValue()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "2", "2147483647"})
  void d41_unknownLine_isNotFound(String lineNo) throws IOException {
    String cart = entering(till, item("A", 1));
    String line = "/carts/" + cart + "/lineItems/" + lineNo;
    refused(404, "100001", till.post(line + "/cancel", ""));
    refused(404, "100001", till.call("PATCH", line + "/quantity", "{\"quantity\":2}"));
    refused(404, "100001", till.call("PATCH", line + "/unitPrice", "{\"unitPrice\":2}"));
    refused(404, "100001", till.post(line + "/discounts", list(yenOff("1"))));
    assertThat(number(till.cart(cart).data(), "/totalAmount")).isEqualByComparingTo("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "1.5", "1e", "99999999999999999999", "%20", "0x1"})
  void d41_lineThatIsNotANumber_isInvalid(String lineNo) throws IOException {
    String cart = entering(till, item("A", 1));
    refused(422, "300001", till.post("/carts/" + cart + "/lineItems/" + lineNo + "/cancel", ""));
  }

  @Test
  void d42_inactiveItem_isNotSold_andEveryFieldIsTransferred() throws IOException {
    String cart = entering(till, item("R", 1), item("P", 2));
    refused(404, "402001", till.add(cart, "OLD", 1));

    JsonNode sold = till.cart(cart).data();
    assertThat(sold.at("/lineItems/0/isDiscountRestricted").booleanValue()).isTrue();
    assertThat(sold.at("/lineItems/1/unitPrice")).hasToString("70.5");
    refused(
        400, "402005", till.post("/carts/" + cart + "/lineItems/1/discounts", list(yenOff("1"))));
  }

  @Test
  void d43_masterThatIsDown_isReportedAsUnavailable(@TempDir Path other) throws IOException {
    int closedPort;
    try (ServerSocket socket = new ServerSocket(0)) {
      closedPort = socket.getLocalPort();
    }
    Map<Variable, String> alone =
        Map.of(
            Variable.MASTER_DATA_GRPC_URL, "127.0.0.1:" + closedPort, Variable.GRPC_TIMEOUT, "0.5");
    try (RunningShop cutOff = RunningShop.open(other, alone)) {
      String cart = cutOff.till(1).createCart();
      HttpResponse<String> answer =
          cutOff.send(
              "POST",
              "/api/v1/carts/" + cart + "/lineItems?terminal_id=A1234-5678-1",
              Optional.of(list(item("A", 1))),
              "X-API-KEY",
              "key1");
      refused(
          503, "600001", new TestTill.Answer(answer.statusCode(), TestTill.json(answer.body())));
      assertThat(answer.headers().firstValue("Retry-After"))
          .hasValueSatisfying(s -> assertThat(s).matches("[1-9][0-9]*"));
    }
  }

  @Test
  void d44_terminalCache_isShownAndCleared() throws IOException {
    till.createCart();
    String[] user = {
      "Authorization", "Bearer " + TestToken.user(Instant.now()).signed(RunningShop.SECRET)
    };
    HttpResponse<String> status =
        shop.send("GET", "/api/v1/cache/terminal/status", Optional.empty(), user);
    assertThat(status.statusCode()).isEqualTo(200);
    JsonNode shown = TestTill.json(status.body()).path("data");
    assertThat(shown.path("cache_type").textValue()).isEqualTo("terminal_info");
    assertThat(shown.path("cached_terminal_ids").toString()).contains("\"A1234-5678-1\"");

    HttpResponse<String> cleared =
        shop.send("DELETE", "/api/v1/cache/terminal", Optional.empty(), user);
    assertThat(cleared.statusCode()).isEqualTo(200);
    assertThat(TestTill.json(cleared.body()).at("/data/items_cleared").intValue()).isPositive();
    till.createCart();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sort=",
        "sort=transaction_no",
        "sort=transaction_no:up",
        "sort=:1",
        "sort=nonsense:1",
        "page=0",
        "page=-1",
        "page=x",
        "limit=-1",
        "limit=1e9999",
        "include_cancelled=perhaps"
      })
  void d45_invalidQuery_isRefused(String query) throws IOException {
    refused(422, "300001", till.call("GET", transactions(1) + "?" + query, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"102", "201", "0", "-101", "301", "999999999999"})
  void d46_cartOfAnotherType_isRefused(String type) throws IOException {
    refused(422, "300001", till.post("/carts", "{\"transactionType\":" + type + "}"));
  }

  @Test
  void d47_emptySale_isNotBilled() throws IOException {
    String empty = entering(till);
    refused(400, "300004", till.subtotal(empty));
    refused(400, "300004", till.bill(empty));

    String cancelled = entering(till, item("A", 1));
    ok(till.post("/carts/" + cancelled + "/lineItems/1/cancel", ""));
    refused(400, "300004", till.subtotal(cancelled));
  }
}
