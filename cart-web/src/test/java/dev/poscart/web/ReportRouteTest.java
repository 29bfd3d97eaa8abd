package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.DeskTestData;
import dev.poscart.domain.model.TerminalKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Till 9 sells an apple of 100 yen with 10 % external tax and is closed; till 10 sells two and
 * stays open.
 */
class ReportRouteTest {

  private static final String STORE = "/api/v1/tenants/A1234/stores/5678";
  private static final String TILL = STORE + "/terminals/9/reports";
  private static final String DAY = "&business_date=20251123";

  private static Shop shop = Shop.open();
  private static TestTill till = shop.till();

  @BeforeAll
  static void twoTillsOfWhichOneIsClosed() {
    sell(till, 1);
    sell(shop.till("A1234-5678-10", "key10"), 2);
    TerminalKey nine = new TerminalKey("A1234", "5678", 9);
    append(DeskTestData.cash("5000", "両替").terminal(nine), nine);
    append(DeskTestData.cash("-3000", "両替").terminal(nine), nine);
    append(DeskTestData.closing().terminal(nine), nine);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void zReportOfClosedTill_hasItsFigures_inKugelposNames() {
    Reading answer =
        till.get(TILL + "?report_scope=daily&report_type=sales&open_counter=1" + DAY).expect(200);

    assertThat(answer.at("/message").asText()).isEqualTo("Sales report fetched successfully");
    assertThat(answer.at("/operation").asText()).isEqualTo("get_report_for_terminal");
    assertThat(answer.at("/data/businessCounter").asInt()).isEqualTo(7);
    assertThat(answer.at("/data/salesGross").toString())
        .isEqualTo("{\"amount\":110.0,\"quantity\":1,\"count\":1}");
    assertThat(answer.at("/data/salesNet").toString())
        .isEqualTo("{\"amount\":100.0,\"quantity\":1,\"count\":1}");
    assertThat(answer.at("/data/taxes").toString())
        .isEqualTo(
            "[{\"taxName\":\"外税10%\",\"taxAmount\":10.0,\"targetAmount\":100.0,"
                + "\"targetQuantity\":1,\"taxCode\":\"01\",\"taxType\":\"External\"}]");
    assertThat(answer.at("/data/payments").toString())
        .isEqualTo(
            "[{\"paymentName\":\"現金\",\"amount\":110.0,\"count\":1,\"paymentCode\":\"01\"}]");
    assertThat(answer.at("/data/cash").toString())
        .isEqualTo(
            "{\"logicalAmount\":2110.0,\"physicalAmount\":58094.0,\"differenceAmount\":55984.0,"
                + "\"cashIn\":{\"amount\":5000.0,\"count\":1},"
                + "\"cashOut\":{\"amount\":-3000.0,\"count\":1}}");
    assertThat(answer.at("/data/journalText").asText()).contains("( 日報 )", "精算通番 7");
  }

  @Test
  void firstPrintOfAZReport_isTheOriginal_andIsRepeatedUnderItsKey_othersAreReprints() {
    String path = TILL + "?report_scope=daily&report_type=payment" + DAY;
    till.with("Accept", "text/csv").get(path).expect(200);
    String original = till.with("Idempotency-Key", "first").get(path).expect(200).body();
    assertThat(original).contains("\"reprint\":false").doesNotContain("再 発 行");

    Reading again = shop.till("A1234-5678-10", "key10").get(path).expect(200);
    assertThat(again.at("/data/reprint").asBoolean()).isTrue();
    assertThat(again.at("/data/journal_text").asText()).contains("         再 発 行");
    assertThat(till.with("Idempotency-Key", "other").with("Accept", "text/plain").get(path).body())
        .isEqualTo(again.at("/data/journal_text").asText());

    assertThat(till.with("Idempotency-Key", "first").get(path).body()).isEqualTo(original);
    assertThat(till.get(path.replace("daily", "flash")).at("/data/reprint").asBoolean()).isFalse();
  }

  @Test
  void xReportOfStore_addsUpItsTills_andCountsNoCashWhileOneIsOpen() {
    Reading answer =
        till.get(STORE + "/reports?report_scope=flash&report_type=sales" + DAY).expect(200);

    assertThat(answer.at("/data/terminalNo").isNull()).isTrue();
    assertThat(answer.at("/data/salesGross/amount").asText()).isEqualTo("330.0");
    assertThat(answer.at("/data/cash/physicalAmount").isNull()).isTrue();
    assertThat(answer.at("/data/sessions")).hasSize(2);
    assertThat(answer.at("/data/days/0/salesNet/amount").asText()).isEqualTo("300.0");
  }

  @Test
  void zReportOfStore_namesTheTillThatIsOpen() {
    Reading answer =
        till.get(STORE + "/reports?report_scope=daily&report_type=sales" + DAY)
            .expectError(403, "412101");

    assertThat(answer.at("/message").asText()).contains("A1234-5678-10", "20251123");
  }

  @Test
  void categories_haveTheirNames() {
    Reading answer = report("category");

    assertThat(answer.at("/data/categories").toString())
        .isEqualTo(
            "[{\"categoryCode\":\"C1\",\"categoryName\":\"果物\",\"grossAmount\":100.0,"
                + "\"discountAmount\":0.0,\"netAmount\":100.0,\"quantity\":1,"
                + "\"discountQuantity\":0,\"transactionCount\":1}]");
    assertThat(answer.at("/data/totalNetAmount").asText()).isEqualTo("100.0");
  }

  @Test
  void items_standInTheirCategory() {
    Reading answer = report("item");

    assertThat(answer.at("/data/categories/0/items/0/itemName").asText()).isEqualTo("りんご");
    assertThat(answer.at("/data/categories/0/categoryTotalNetAmount").asText()).isEqualTo("100.0");
  }

  @Test
  void payments_areInSnakeCase() {
    Reading answer = report("payment");

    assertThat(answer.at("/data/payment_summary").toString())
        .isEqualTo(
            "[{\"payment_code\":\"01\",\"payment_name\":\"現金\",\"count\":1,\"amount\":110.0,"
                + "\"ratio\":100.0}]");
    assertThat(answer.at("/data/total").toString()).isEqualTo("{\"count\":1,\"amount\":110.0}");
  }

  @Test
  void range_isSummedByDay_andRepeatsItsEnds() {
    Reading answer =
        till.get(
                TILL
                    + "?report_scope=daily&report_type=sales"
                    + "&business_date_from=20251122&business_date_to=20251123")
            .expect(200);

    assertThat(answer.at("/data/businessDate").isNull()).isTrue();
    assertThat(answer.at("/data/businessDateTo").asText()).isEqualTo("20251123");
    assertThat(answer.at("/data/days")).hasSize(1);
  }

  @Test
  void textAndTable_areGivenByAccept() {
    String path = TILL + "?report_scope=flash&report_type=sales" + DAY;

    assertThat(till.with("Accept", "text/plain").get(path).body())
        .startsWith("店舗名 テスト店")
        .contains(" 総売上       1件          110円\n");
    assertThat(till.with("Accept", "text/csv").get(path).body())
        .startsWith("\uFEFFfigure,code,name,amount,quantity,count\r\ngross sales,,,110,1,1\r\n")
        .contains("payment,\"01\",\"現金\",110,,1\r\n", "expected cash,,,2110,,\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "report_type=sales&business_date=20251123|422|300001",
        "report_scope=weekly&report_type=sales&business_date=20251123|422|300001",
        "report_scope=flash&business_date=20251123|422|300001",
        "report_scope=flash&report_type=promotion&business_date=20251123|404|412001",
        "report_scope=flash&report_type=sales|400|100000",
        "report_scope=daily&report_type=sales&business_date_from=20251122|400|100000",
        "report_scope=flash&report_type=sales&business_date_from=20251122"
            + "&business_date_to=20251123|400|100000",
        "report_scope=daily&report_type=sales&business_date_from=20251124"
            + "&business_date_to=20251123|400|412006",
        "report_scope=daily&report_type=sales&business_date_from=20001123"
            + "&business_date_to=20251123|400|412006",
        "report_scope=flash&report_type=sales&business_date=20251323|400|412006",
      })
  void wrongRequest_isRefused(String query, int status, String code) {
    till.get(TILL + "?" + query).expectError(status, code);
  }

  @Test
  void reportsOfOtherStoresTenantsAndUnknownTills_areRefused() {
    String sales = "/reports?report_scope=flash&report_type=sales" + DAY;

    till.get("/api/v1/tenants/A1234/stores/9999" + sales).expectError(403, "200002");
    till.get("/api/v1/tenants/B1234/stores/5678" + sales).expectError(400, "100000");
    till.get(STORE + "/terminals/99" + sales).expectError(404, "100001");
  }

  @Test
  void usersOfTheTenant_readTheReportsOfAllStores_asCopies() {
    TestTill user = shop.bearer("user-A1234");
    Reading z = user.get(TILL + "?report_scope=daily&report_type=item" + DAY).expect(200);
    assertThat(z.at("/data/reprint").asBoolean()).isTrue();
    assertThat(z.at("/data/totalNetAmount").asText()).isEqualTo("100.0");
    user.get(STORE + "/reports?report_scope=flash&report_type=sales" + DAY).expect(200);
    shop.bearer("user-B5678")
        .get(TILL + "?report_scope=flash&report_type=sales" + DAY)
        .expectError(400, "100000");

    assertThat(
            till.get(TILL + "?report_scope=daily&report_type=item" + DAY)
                .at("/data/reprint")
                .asBoolean())
        .isFalse();
  }

  private static Reading report(String type) {
    return till.get(TILL + "?report_scope=flash&report_type=" + type + DAY).expect(200);
  }

  private static void sell(TestTill at, int pieces) {
    String cart = at.cartWithApple();
    at.patch(cart + "/lineItems/1/quantity", "{\"quantity\":" + pieces + "}").expect(200);
    at.post(cart + "/subtotal", "").expect(200);
    at.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1000}]").expect(200);
    at.post(cart + "/bill", "").expect(200);
  }

  private static void append(DeskTestData entry, TerminalKey terminal) {
    var log = shop.log;
    Await.result(log.deskLog().append(entry.makeAfter(Await.result(log.findLast(terminal)))));
  }
}
