package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.journal;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static dev.poscart.app.Selling.transactions;
import static dev.poscart.app.Selling.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import dev.poscart.app.token.TestToken;
import dev.poscart.domain.fixtures.Race;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Transactions, numbers and settings: the known defects of kugelpos, by their numbers in {@code
 * docs/defects.md}, against the whole service.
 */
class TransactionDefectsTest {

  private static final String CASH_84 = list(tender("01", "84"));

  @TempDir static Path folder;

  private static RunningShop shop;
  private static TestTill till;
  private static TestTill otherTill;

  @BeforeAll
  static void open() {
    shop = RunningShop.open(folder, Map.of());
    till = shop.till(1);
    otherTill = shop.till(2);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void d29_parallelBills_makeOneTransaction() throws IOException {
    String cart = paying(till, item("E", 1));
    TestTill.expect(200, till.pay(cart, "01", "84"));
    int before = till.transactions().size();

    List<Integer> statuses = Race.of(6, i -> status(() -> till.bill(cart)));

    // Those that meet the closing of the first get its answer too; it may be all of them.
    assertThat(statuses).contains(200).isSubsetOf(200, 400);
    assertThat(till.transactions()).hasSize(before + 1);
  }

  @Test
  void d29_parallelAdds_allStandInTheCart() throws IOException {
    String cart = till.createCart();
    List<Integer> statuses = Race.of(8, i -> status(() -> till.add(cart, "E", i + 1)));

    assertThat(statuses).containsOnly(200);
    JsonNode full = till.cart(cart).data();
    assertThat(full.path("lineItems")).hasSize(8);
    assertThat(number(full, "/totalQuantity")).isEqualByComparingTo("36");
  }

  @Test
  void d30_billOnceMore_makesNoSecondSale_andReadingTellsTheNumbers() throws IOException {
    String cart = paying(till, item("E", 1));
    TestTill.expect(200, till.pay(cart, "01", "84"));
    JsonNode billed = ok(till.bill(cart));

    refused(400, "300004", till.bill(cart));

    JsonNode read = till.cart(cart).data();
    assertThat(read.path("transactionNo")).isEqualTo(billed.path("transactionNo"));
    assertThat(read.path("receiptNo")).isEqualTo(billed.path("receiptNo"));
    assertThat(read.path("journalText")).isEqualTo(billed.path("journalText"));
  }

  @Test
  void d31_cancelledSale_isNotReturnedForCash() throws IOException {
    String cart = entering(till, item("E", 1));
    JsonNode cancelled = ok(till.post("/carts/" + cart + "/cancel", ""));

    refused(400, "300001", till.post(transaction(1, cancelled) + "/return", CASH_84));
    refused(400, "300001", till.post(transaction(1, cancelled) + "/void", "[]"));
  }

  @Test
  void d32_parallelVoidsAndReturns_makeOneOfThem() throws IOException {
    JsonNode sale = sold(till, "84", item("E", 1));
    int before = till.transactions().size();
    String path = transaction(1, sale);

    List<Integer> statuses =
        Race.of(
            6, i -> status(() -> till.post(path + (i % 2 == 0 ? "/void" : "/return"), CASH_84)));

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
    assertThat(till.transactions()).hasSize(before + 1);
  }

  @Test
  void d33_returnAtAnotherTill_isThatTillsOwn_andNamesTheSale() throws IOException {
    JsonNode sale = sold(till, "1000", item("J", 2), item("A", 1));
    JsonNode made = ok(otherTill.post(transaction(1, sale) + "/return", list(tender("01", "326"))));

    assertThat(made.path("terminalNo").intValue()).isEqualTo(2);
    assertThat(made.at("/staff/id").textValue()).isEqualTo("S002");
    assertThat(made.path("businessDate").textValue()).isEqualTo("20251124");
    assertThat(otherTill.call("GET", transaction(2, made), "").data()).isEqualTo(made);
    assertThat(withoutTimes(journal(made)))
        .isEqualTo(
            """
            レジNo. 2               責# S002
            (time)
                   【 返 品 伝 票 】
            --------------------------------
            ジュース                   216軽
                    2 個@108
            りんご                     100外
            --------------------------------
            小計            3 個      \\316
              外税10%%                  \\10
            合計                      \\326
              (内税 8%% 対象額        \\216)
              (内税 8%%                \\16)
              (外税10%% 対象額        \\100)
              (外税10%%                \\10)
            ご返金額                  \\326
            --------------------------------
            現金                      \\326
            --------------------------------
            [対象レシート]
            日時    (time)
            取引区分                   売 上
            店舗コード                  5678
            店舗名                  テスト店
            レジNo.                        1
            レシートNo.               %6d
            取引通番%24d
            --------------------------------
            軽:軽減税率対象
            レシートNo. %6d
            store
            """
                .formatted(
                    sale.path("receiptNo").intValue(),
                    sale.path("transactionNo").intValue(),
                    made.path("receiptNo").intValue()));
  }

  @Test
  void d34_d35_receiptNumbers_keepToTheRangeOfTheSettings_reversalsToo() throws IOException {
    TestTill third = shop.till(3);
    JsonNode first = sold(third, "84", item("E", 1));
    JsonNode returned = ok(third.post(transaction(3, first) + "/return", CASH_84));
    JsonNode voided = ok(third.post(transaction(3, returned) + "/void", CASH_84));
    JsonNode next = sold(third, "84", item("E", 1));

    assertThat(List.of(first, returned, voided, next))
        .extracting(closed -> closed.path("receiptNo").intValue())
        .containsExactly(500, 501, 500, 501);
  }

  @Test
  void d35_rangeThatIsNoNumber_isTheStandardRange() throws IOException {
    assertThat(sold(shop.till(4), "84", item("E", 1)).path("receiptNo").intValue())
        .isEqualTo(111111);
  }

  /** Of the settings the narrowest counts, wherever it stands in the list. */
  @Test
  void d36_settings_areTakenByTheirScope() throws IOException {
    assertThat(footer(otherTill)).isEqualTo("till 2");
    assertThat(footer(till)).isEqualTo("store");
    assertThat(footer(shop.till("A1234-9999-1", "key1"))).isEqualTo("other till");
    assertThat(footer(shop.till("B5678-5678-1", "key1"))).isEqualTo("default");
  }

  @Test
  void d36_whereNoSettingFits_theConfigurationCounts(@TempDir Path other) throws IOException {
    Map<Variable, String> defaults =
        Map.of(
            Variable.RECEIPT_HEADERS, "[{\"text\": \"from the configuration\"}]",
            Variable.RECEIPT_FOOTERS, "[{\"text\": \"unused\"}]",
            Variable.INVOICE_REGISTRATION_NUMBER, "T1234567890123",
            Variable.RECEIPT_NO_START_VALUE, "7",
            Variable.RECEIPT_NO_END_VALUE, "8");
    try (RunningShop configured = RunningShop.open(other, defaults)) {
      JsonNode sale = sold(configured.till(1), "84", item("E", 1));
      assertThat(sale.path("receiptNo").intValue()).isEqualTo(7);
      assertThat(journal(sale))
          .startsWith("from the configuration          ")
          .endsWith("事業者登録番号 T1234567890123   ", "store                           ");
      JsonNode elsewhere = sold(configured.till("A1234-9999-1", "key1"), "84", item("E", 1));
      assertThat(journal(elsewhere)).startsWith("other store                     ");
      assertThat(sold(configured.till(3), "84", item("E", 1)).path("receiptNo").intValue())
          .isEqualTo(500);
    }
  }

  @Test
  void d37_settingThatComesAfterTheCart_isNoError(@TempDir Path other) throws IOException {
    String cart;
    try (RunningShop before = RunningShop.open(other, Map.of())) {
      cart = paying(before.till(1), item("E", 1));
      TestTill.expect(200, before.till(1).pay(cart, "01", "84"));
    }
    String more =
        RunningShop.profile()
            .replaceFirst(
                "\"settings\": \\[",
                "\"settings\": [{\"name\": \"INVOICE_REGISTRATION_NUMBER\","
                    + " \"defaultValue\": \"T1234567890123\"},");
    try (RunningShop after = RunningShop.open(other, more, Map.of())) {
      assertThat(journal(ok(after.till(1).bill(cart)))).contains("事業者登録番号 T1234567890123   ");
    }
  }

  @Test
  void d38_withoutStaff_aCartIsReadButNotChanged(@TempDir Path other) throws IOException {
    String cart;
    try (RunningShop before = RunningShop.open(other, Map.of())) {
      cart = paying(before.till(1), item("E", 1));
    }
    String signedOut =
        RunningShop.profile()
            .replaceFirst(", \"staff\": \\{\"id\": \"S001\", \"name\": \"スタッフ太郎\"\\}", "");
    try (RunningShop after = RunningShop.open(other, signedOut, Map.of())) {
      TestTill deserted = after.till(1);
      assertThat(ok(deserted.cart(cart)).path("cartStatus").textValue()).isEqualTo("Paying");
      refused(400, "404002", deserted.pay(cart, "01", "84"));
      refused(400, "404002", deserted.post("/carts/" + cart + "/cancel", ""));
      refused(400, "404002", deserted.post("/carts", "{}"));
      assertThat(ok(after.till(2).pay(cart, "01", "84")).path("payments")).hasSize(1);
    }
  }

  @Test
  void d39_whatIsRefused_usesUpNoNumber() throws IOException {
    JsonNode sale = sold(till, "84", item("E", 1));
    String cart = paying(till, item("E", 1));
    refused(406, "403002", till.bill(cart));
    refused(400, "300001", till.post(transaction(1, sale) + "/void", list(tender("01", "83"))));
    refused(400, "300001", till.post(transaction(1, sale) + "/return", list(tender("01", "85"))));
    refused(404, "100001", till.post(transactions(1) + "/99999/return", CASH_84));

    JsonNode next = sold(till, "84", item("E", 1));

    assertThat(next.path("transactionNo").intValue())
        .isEqualTo(sale.path("transactionNo").intValue() + 1);
    assertThat(next.path("receiptNo").intValue()).isEqualTo(sale.path("receiptNo").intValue() + 1);
  }

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
  void d41_lineThatIsNone_isNotFound(String lineNo) throws IOException {
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
  void d41_lineThatIsNoNumber_isInvalid(String lineNo) throws IOException {
    String cart = entering(till, item("A", 1));
    refused(422, "300001", till.post("/carts/" + cart + "/lineItems/" + lineNo + "/cancel", ""));
  }

  @Test
  void d42_inactiveItem_isNotSold_andNothingIsLostOnTheWay() throws IOException {
    String cart = entering(till, item("R", 1), item("P", 2));
    refused(404, "402001", till.add(cart, "OLD", 1));

    JsonNode sold = till.cart(cart).data();
    assertThat(sold.at("/lineItems/0/isDiscountRestricted").booleanValue()).isTrue();
    assertThat(sold.at("/lineItems/1/unitPrice")).hasToString("70.5");
    refused(
        400, "402005", till.post("/carts/" + cart + "/lineItems/1/discounts", list(yenOff("1"))));
  }

  @Test
  void d43_masterThatIsDown_isSaidToBeDown(@TempDir Path other) throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }
    Map<Variable, String> alone =
        Map.of(Variable.MASTER_DATA_GRPC_URL, "127.0.0.1:" + nobody, Variable.GRPC_TIMEOUT, "0.5");
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
  void d45_queryThatIsNone_isInvalid(String query) throws IOException {
    refused(422, "300001", till.call("GET", transactions(1) + "?" + query, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"102", "201", "0", "-101", "301", "999999999999"})
  void d46_cartOfAnotherType_isNotMade(String type) throws IOException {
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

  private static String footer(TestTill at) throws IOException {
    JsonNode sale = sold(at, "1000", priced("A", 1, "1"));
    List<String> lines = journal(sale);
    return lines.get(lines.size() - 1).strip();
  }

  /** The lines without the spaces that fill them. */
  private static String withoutTimes(List<String> journal) {
    return journal.stream()
        .map(line -> line.replaceFirst("\\d{4}年.{9,12} \\d\\d:\\d\\d", "(time)"))
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  private static JsonNode ok(TestTill.Answer answer) {
    return TestTill.expect(200, answer).data();
  }

  private interface Call {
    TestTill.Answer answer() throws IOException;
  }

  private static int status(Call call) {
    try {
      return call.answer().status();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
