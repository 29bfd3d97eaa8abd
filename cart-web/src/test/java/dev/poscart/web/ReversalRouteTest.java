package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Race;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReversalRouteTest {

  private static final String CASH_330 = "[{\"paymentCode\":\"01\",\"amount\":330}]";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();
  private final TestTill otherTill = shop.till("A1234-5678-10", "key10");

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void voidedSale_isShownAsVoided_andRefusesAnother() {
    sale();
    Reading made = till.post(path(9, 1) + "/void", CASH_330).expect(200);

    assertThat(made.at("/operation").textValue()).isEqualTo("void_transaction_by_transaction_no");
    assertThat(made.at("/data/transactionType").intValue()).isEqualTo(201);
    assertThat(made.at("/data/status").toString())
        .isEqualTo("{\"isCancelled\":false,\"isVoided\":false,\"isRefunded\":false}");
    assertThat(made.at("/data/journalText").textValue().replaceAll(" +\n", "\n"))
        .contains(
            "       【 売上取消伝票 】\n",
            """
            [対象レシート]
            日時    2026年11月23日(月) 18:27
            取引区分                   売 上
            店舗コード                  5678
            店舗名                  テスト店
            レジNo.                        9
            レシートNo.               111111
            取引通番                       1
            --------------------------------
            レシートNo. 111112
            """);
    assertThat(till.get(path(9, 1)).at("/data/status/isVoided").booleanValue()).isTrue();
    till.post(path(9, 1) + "/void", CASH_330).expectError(400, "403005");
    till.post(path(9, 1) + "/return", CASH_330).expectError(400, "403005");
  }

  /** Three apples at 100 yen and 10 % tax; two of them are worth 220. */
  @Test
  void quote_isWhatTheReturnRefunds_andTellsWhatIsLeft() {
    sale();
    Reading quote = otherTill.get(path(9, 1) + "/return?piece=1:2").expect(200);
    assertThat(quote.at("/data/refundAmount").decimalValue()).isEqualByComparingTo("220");
    assertThat(quote.at("/data/lineItems/0/returnableQuantity").intValue()).isEqualTo(3);
    till.post(
            path(9, 1) + "/return",
            "{\"payments\":[{\"paymentCode\":\"01\",\"amount\":220}],"
                + "\"lineItems\":[{\"lineNo\":1,\"quantity\":2}]}")
        .expect(200);

    Reading rest = till.get(path(9, 1) + "/return").expect(200);
    assertThat(rest.at("/data/refundAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(rest.at("/data/lineItems/0/returnableQuantity").intValue()).isEqualTo(1);
    till.get(path(9, 1) + "/return?piece=1:2").expectError(400, "300001");
  }

  @Test
  void quote_isRefused_asTheReturnWouldBe() {
    sale();
    till.get(path(9, 1) + "/return?piece=2:1").expectError(404, "100001");
    till.get(path(9, 1) + "/return?piece=one").expectError(422, "300001");
    till.get(path(9, 1) + "/return?piece=1:1&piece=1:1").expectError(422, "300001");
    till.get(path(9, 7) + "/return").expectError(404, "100001");
    till.post(path(9, 1) + "/void", CASH_330).expect(200);
    till.get(path(9, 1) + "/return").expectError(400, "403005");
    till.get(path(9, 2) + "/return").expectError(400, "300001");
  }

  @Test
  void d32_parallelVoids_makeExactlyOne() {
    sale();
    List<Integer> statuses = Race.of(6, i -> till.post(path(9, 1) + "/void", CASH_330).status());

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
    assertThat(till.get(path(9, 2)).status()).isEqualTo(200);
    till.get(path(9, 3)).expectError(404, "100001");
  }

  @Test
  void d33_returnAtAnotherTill_belongsToThatTill() {
    sale();
    Reading made = otherTill.post(path(9, 1) + "/return", CASH_330).expect(200);

    assertThat(made.at("/data/terminalNo").intValue()).isEqualTo(10);
    assertThat(made.at("/data/transactionNo").intValue()).isEqualTo(1);
    assertThat(made.at("/data/staff/id").textValue()).isEqualTo("S002");
    otherTill.get(path(10, 1)).expect(200);
    till.post(path(9, 1) + "/return", CASH_330).expectError(400, "403006");
  }

  @Test
  void d40_flags_areThoseOfTheTransactionsOwnTill() {
    sale();
    till.post(path(9, 1) + "/void", CASH_330).expect(200);
    otherTill.post(otherTill.cartWithApple() + "/cancel", "").expect(200);

    for (TestTill caller : List.of(till, otherTill)) {
      assertThat(caller.get(path(9, 1)).at("/data/status/isVoided").booleanValue()).isTrue();
      assertThat(caller.get(path(10, 1)).at("/data/status/isVoided").booleanValue()).isFalse();
      assertThat(caller.get(list(9)).at("/data").findValuesAsText("isVoided"))
          .containsExactly("false", "true");
    }
  }

  @Test
  void d31_cancelledSale_isNotReturned() {
    till.post(till.cartWithApple() + "/cancel", "").expect(200);

    till.post(path(9, 1) + "/return", "[{\"paymentCode\":\"01\",\"amount\":110}]")
        .expectError(400, "300001");
  }

  @Test
  void objectWithLines_returnsPieces() {
    sale();
    Reading made = till.post(path(9, 1) + "/return", pieces(1, 110)).expect(200);

    assertThat(made.at("/data/lineItems/0/quantity").intValue()).isEqualTo(1);
    assertThat(made.at("/data/totalAmount").decimalValue()).isEqualByComparingTo("110");
    till.post(path(9, 1) + "/return", CASH_330).expectError(400, "403006");
    till.post(path(9, 1) + "/void", CASH_330).expectError(400, "403006");
    till.post(path(9, 1) + "/return", pieces(3, 330)).expectError(400, "300001");
    till.post(path(9, 1) + "/return", pieces(2, 220)).expect(200);
    assertThat(till.get(path(9, 1)).at("/data/status/isRefunded").booleanValue()).isTrue();
    till.post(path(9, 1) + "/return", pieces(1, 110)).expectError(400, "403006");
  }

  @Test
  void objectWithoutALineSelection_returnsTheWholeSale() {
    sale();
    till.post(path(9, 1) + "/return", "{\"payments\":" + CASH_330 + ",\"line_items\":null}")
        .expect(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "1",
        "{}",
        "{\"payments\":{}}",
        "{\"payments\":[],\"lineItems\":[]}",
        "{\"payments\":[],\"lineItems\":{}}",
        "{\"payments\":[],\"lineItems\":[1]}",
        "{\"payments\":[],\"lineItems\":[{\"lineNo\":1}]}",
        "{\"payments\":[],\"lineItems\":[{\"lineNo\":1,\"quantity\":0}]}",
        "{\"payments\":[],\"lineItems\":[{\"lineNo\":1,\"quantity\":1.5}]}",
        "{\"payments\":[],\"lineItems\":[{\"lineNo\":1,\"quantity\":1},{\"lineNo\":1,\"quantity\":1}]}",
        "[{\"paymentCode\":\"01\",\"amount\":0}]",
        "[{\"paymentCode\":\"01\",\"amount\":-330}]",
        "[{\"paymentCode\":\"01\"}]"
      })
  void invalidBody_is422_andNothingIsReturned(String body) {
    sale();
    till.post(path(9, 1) + "/return", body).expectError(422, "300001");
    if (!body.contains("lineItems")) {
      till.post(path(9, 1) + "/void", body).expectError(422, "300001");
    }
    till.get(path(9, 2)).expectError(404, "100001");
  }

  @Test
  void pathOfAnotherTerminal_is422() {
    sale();
    String[] foreign = {
      "/api/v1/tenants/B5678/stores/5678/terminals/9/transactions/1",
      "/api/v1/tenants/%20/stores/5678/terminals/9/transactions/1",
      "/api/v1/tenants/A1234/stores/5678/terminals/-1/transactions/1",
      "/api/v1/tenants/A1234/stores/5678/terminals/9/transactions/one"
    };
    for (String path : foreign) {
      till.post(path + "/void", CASH_330).expectError(422, "300001");
      till.post(path + "/return", CASH_330).expectError(422, "300001");
    }
    otherTill.post(path(9, 1) + "/void", CASH_330).expectError(422, "300001");
    String otherStore = "/api/v1/tenants/A1234/stores/77/terminals/9/transactions/1";
    till.post(otherStore + "/void", CASH_330).expectError(422, "300001");
    till.post(otherStore + "/return", CASH_330).expectError(404, "100001");
    till.post(path(9, 7) + "/void", CASH_330).expectError(404, "100001");
    shop.till("A1234-5678-12", "key12")
        .post(path(9, 1) + "/return", CASH_330)
        .expectError(400, "404002");
  }

  private static String pieces(int quantity, int yen) {
    return "{\"payments\":[{\"paymentCode\":\"01\",\"amount\":"
        + yen
        + "}],\"lineItems\":[{\"lineNo\":1,\"quantity\":"
        + quantity
        + "}]}";
  }

  private static String path(int terminalNo, int transactionNo) {
    return list(terminalNo) + "/" + transactionNo;
  }

  private static String list(int terminalNo) {
    return "/api/v1/tenants/A1234/stores/5678/terminals/" + terminalNo + "/transactions";
  }

  /** Three apples for 330 yen with tax, paid in cash of 1000; transaction 1 of till 9. */
  private void sale() {
    String cart = till.cartWithApple();
    till.patch(cart + "/lineItems/1/quantity", "{\"quantity\":3}").expect(200);
    till.post(cart + "/subtotal", "").expect(200);
    till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1000}]").expect(200);
    till.post(cart + "/bill", "").expect(200);
  }
}
