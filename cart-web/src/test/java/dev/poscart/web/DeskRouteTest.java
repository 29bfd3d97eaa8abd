package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskRouteTest {

  private static final String API = "/api/v1/terminals/A1234-5678-9";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void untilTheDeskActs_theTerminalIsAsRegistered() {
    JsonNode terminal = till.get(API).expect(200).at("/data");

    assertThat(terminal.toString())
        .isEqualTo(
            "{\"terminalId\":\"A1234-5678-9\",\"tenantId\":\"A1234\",\"storeCode\":\"5678\","
                + "\"terminalNo\":9,\"description\":\"\",\"functionMode\":\"MainMenu\","
                + "\"status\":\"Opened\",\"businessDate\":\"20251123\",\"openCounter\":1,"
                + "\"businessCounter\":7,\"initialAmount\":null,\"physicalAmount\":null,"
                + "\"staff\":{\"staffId\":\"S001\",\"staffName\":\"スタッフ太郎\",\"staffPin\":null},"
                + "\"apiKey\":null,\"entryDatetime\":\"2026-11-23 18:27:03\","
                + "\"lastUpdateDatetime\":null}");
  }

  @Test
  void aClosing_isPrinted() {
    Reading closed = till.post(API + "/close", "{\"physicalAmount\":58094}").expect(200);

    assertThat(closed.at("/message").asText())
        .isEqualTo("Terminal Closed. terminal_id: A1234-5678-9");
    assertThat(closed.at("/data/terminalInfo/status").asText()).isEqualTo("Closed");
    assertThat(closed.header("X-New-Token")).isEqualTo("token-of-CLOSED");
    assertThat(closed.at("/data/journalText").asText())
        .isEqualTo(
            """
            店舗名 テスト店                \s
            レジNo. 9             責# 00S001
            2026年11月23日(月) 18:27       \s
                                           \s
                【 精 算  レ ポ ー ト 】   \s
                                           \s
            営業日付 2025年11月23日(日)    \s
            開設回数 1回                   \s
            精算通番 7                     \s
            --------------------------------
            ドロア内現金            58,094円
            --------------------------------
            レシートNo. ------             \s
            """);
  }

  @Test
  void salesFollowTheDesk() {
    till.post(API + "/close", "").expect(200);
    till.post("/api/v1/carts", "{}").expectError(400, "404001");

    Reading opened = till.post(API + "/open", "{\"initialAmount\":30000}").expect(200);
    assertThat(opened.at("/data/businessDate").asText()).isEqualTo("20261123");
    assertThat(opened.at("/data/openCounter").intValue()).isEqualTo(1);
    assertThat(opened.at("/data/businessCounter").intValue()).isEqualTo(8);
    assertThat(opened.at("/data/journalText").asText())
        .contains("    【 開 設  レ ポ ー ト 】    \n")
        .contains("釣銭準備金              30,000円\n");
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "").expect(200);
    till.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1000}]").expect(200);
    till.post(cart + "/bill", "").expect(200);
    Reading sold =
        till.get("/api/v1/tenants/A1234/stores/5678/terminals/9/transactions/1").expect(200);
    assertThat(sold.at("/data/businessDate").asText()).isEqualTo("20261123");
  }

  @Test
  void cash_isMovedWithSlips_upToWhatShouldBeInTheDrawer() {
    till.post(API + "/close", "").expect(200);
    till.post(API + "/cash-in", "{\"amount\":1}").expectError(400, "406003");
    till.post(API + "/open", "{\"initialAmount\":1000}").expect(200);

    Reading in = till.post(API + "/cash-in", "{\"amount\":5000}").expect(200);
    assertThat(in.at("/data/description").asText()).isEqualTo("入金");
    assertThat(in.at("/data/journalText").asText()).contains("入金                     5,000円\n");
    till.post(API + "/cash-out", "{\"amount\":6001}").expectError(400, "406102");
    Reading out =
        till.post(API + "/cash-out", "{\"amount\":6000,\"description\":\"両替\"}").expect(200);
    assertThat(out.at("/message").asText())
        .isEqualTo(
            "Terminal Cashed Out. terminal_id: A1234-5678-9, amount: -6000, description: 両替");
    assertThat(out.at("/data/amount").toString()).isEqualTo("-6000.0");
    assertThat(out.at("/data/journalText").asText()).contains("両替                    -6,000円\n");
    for (String wrong : new String[] {"0", "-1", "1.234", "1e30", "\"x\""}) {
      till.post(API + "/cash-in", "{\"amount\":" + wrong + "}").expectError(422, "300001");
    }
  }

  @Test
  void userOfTheTenant_worksAtTheTerminalOfThePath() {
    TestTill user = shop.bearer("user-A1234");
    assertThat(user.get(API).expect(200).at("/data/terminalId").asText()).isEqualTo("A1234-5678-9");
    user.post(API + "/sign-out", "").expect(200);
    assertThat(till.get(API).at("/data/staff").isNull()).isTrue();
    user.get(API.replace("5678-9", "5678-99")).expectError(404, "100001");
    shop.bearer("user-B5678").get(API).expectError(404, "100001");
  }

  @Test
  void aMovement_underAnIdempotencyKey_isMadeOnce() {
    String key = "5f0f4c31-5b0e-4e1c-9d21-0d6e6a1c7a10";
    till.with("Idempotency-Key", key).post(API + "/cash-in", "{\"amount\":5000}").expect(200);
    Reading again =
        till.with("Idempotency-Key", key).post(API + "/cash-in", "{\"amount\":5000}").expect(200);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");

    till.post(API + "/cash-out", "{\"amount\":5001}").expectError(400, "406102");
    till.post(API + "/cash-out", "{\"amount\":5000}").expect(200);
  }

  @Test
  void aRepeatedOpening_bringsATokenAgain() {
    till.post(API + "/close", "").expect(200);
    till.with("Idempotency-Key", "a1").post(API + "/open", "").expect(200);

    Reading again = till.with("Idempotency-Key", "a1").post(API + "/open", "").expect(200);

    assertThat(again.header("X-New-Token")).isEqualTo("token-of-OPENED");
    till.post(API + "/open", "").expectError(400, "406003");
  }

  @Test
  void closing_parksOpenCarts_andNamesTheOneWithTenders() {
    String entering = till.cartWithApple();
    String paying = till.cartWithApple();
    till.post(paying + "/subtotal", "").expect(200);
    String tendered = till.cartWithApple();
    till.post(tendered + "/subtotal", "").expect(200);
    till.post(tendered + "/payments", "[{\"paymentCode\":\"01\",\"amount\":1}]").expect(200);
    String empty = till.post("/api/v1/carts", "{}").expect(201).at("/data/cartId").asText();

    Reading refused = till.post(API + "/close", "").expectError(400, "406003");
    assertThat(refused.at("/message").asText()).contains(id(tendered));
    assertThat(till.get("/api/v1/carts?status=parked").expect(200).at("/data")).isEmpty();
    till.post(tendered + "/cancel", "").expect(200);

    Reading closed = till.post(API + "/close", "").expect(200);
    assertThat(closed.at("/data/parkedCarts"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder(id(entering), id(paying));
    assertThat(closed.at("/data/parkedCarts").toString()).doesNotContain(empty);
    till.post(API + "/open", "").expect(200);
    till.post(paying + "/retrieve", "").expect(200);
    till.post(paying + "/subtotal", "").expect(200);
  }

  @Test
  void whatBelongsToAClosedSession_isReturned_notVoided() {
    String cart = till.cartWithApple();
    till.post(cart + "/subtotal", "").expect(200);
    JsonNode due = till.get(cart).expect(200).at("/data/balanceAmount");
    String tender = "[{\"paymentCode\":\"01\",\"amount\":" + due + "}]";
    till.post(cart + "/payments", tender).expect(200);
    int number = till.post(cart + "/bill", "").expect(200).at("/data/transactionNo").intValue();
    String sale = "/api/v1/tenants/A1234/stores/5678/terminals/9/transactions/" + number;
    till.post(API + "/close", "").expect(200);
    till.post(sale + "/return", tender).expectError(400, "404001");
    till.post(API + "/open", "").expect(200);

    till.post(sale + "/void", tender).expectError(400, "401514");
    Reading returned = till.post(sale + "/return", tender).expect(200);
    assertThat(returned.at("/data/businessDate").asText()).isEqualTo("20261123");
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
