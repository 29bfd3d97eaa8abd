package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.journal;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flags of payment methods in a store profile apply at the till. */
class PaymentRulesTest {

  private static final String METHODS =
      """
      {"paymentCode": "01", "description": "現金", "kind": "cash"},
      {"paymentCode": "11", "description": "カード", "kind": "cashless"},
      {"paymentCode": "12", "description": "商品券", "canDepositOver": true, "canChange": false},
      {"paymentCode": "13", "description": "プリペイド", "limitAmount": 500},
      {"paymentCode": "14", "description": "旧ポイント", "isActive": false},
      {"paymentCode": "15", "description": "ポイント", "canRefund": false}""";

  @TempDir Path folder;

  private final LifeCycle shops = new LifeCycle();

  @AfterEach
  void stop() {
    shops.close().toCompletableFuture().join();
  }

  @Test
  void inactiveMethod_isRefused_andTheCartIsUnchanged() throws IOException {
    TestTill till = till(Map.of());
    String cart = paying(till, item("A", 1));
    JsonNode before = till.cart(cart).data();

    refused(406, "403007", till.pay(cart, "14", "110"));
    refused(
        406,
        "403007",
        till.post("/carts/" + cart + "/payments", list(tender("01", "10"), tender("14", "100"))));

    assertThat(till.cart(cart).data()).isEqualTo(before);
  }

  @Test
  void tenderOverTheMethodsLimit_isRefused() throws IOException {
    TestTill till = till(Map.of());
    String cart = paying(till, item("B", 2));

    refused(406, "403008", till.pay(cart, "13", "600"));

    assertThat(number(TestTill.expect(200, till.pay(cart, "13", "500")).data(), "/balanceAmount"))
        .isEqualByComparingTo("600");
  }

  @Test
  void voucherOverTheBalance_isAccepted_andItsSurplusShown() throws IOException {
    TestTill till = till(Map.of());
    String cart = paying(till, item("B", 1));
    JsonNode paid = TestTill.expect(200, till.pay(cart, "12", "1000")).data();

    assertThat(paid.at("/payments").toString())
        .isEqualTo(
            "[{\"paymentNo\":1,\"paymentCode\":\"12\",\"paymentName\":\"商品券\",\"paymentAmount\":550.0,"
                + "\"paymentDetail\":null,\"surplusAmount\":450.0}]");
    assertThat(number(paid, "/depositAmount")).isEqualByComparingTo("1000");
    assertThat(number(paid, "/changeAmount")).isEqualByComparingTo("0");
    assertThat(number(paid, "/balanceAmount")).isEqualByComparingTo("0");
    assertThat(explained(till, cart))
        .isEqualTo("deposit 1000.0, change 0.0, surplusAmount 450.0, paymentAmount 550.0");

    JsonNode billed = TestTill.expect(200, till.bill(cart)).data();
    assertThat(journal(billed))
        .containsSequence(
            "商品券                    \\550  ",
            "  (額面                \\1,000)  ",
            "  (お釣りなし            \\450)  ");
    JsonNode logged = TestTill.expect(200, till.call("GET", transaction(1, billed), "")).data();
    assertThat(logged.at("/payments")).isEqualTo(paid.at("/payments"));
  }

  @Test
  void nonRefundableMethod_getsNoRefund_exceptByAVoidOnTheSameDay() throws IOException {
    TestTill till = till(Map.of());
    String cart = paying(till, item("B", 1));
    TestTill.expect(200, till.pay(cart, "15", "550"));
    String sale = transaction(1, TestTill.expect(200, till.bill(cart)).data());

    refused(400, "403009", till.post(sale + "/return", list(tender("15", "550"))));
    TestTill.expect(200, till.post(sale + "/void", list(tender("15", "550"))));
  }

  @Test
  void refundsTiedToTheSale_goToItsTenders() throws IOException {
    TestTill till = till(Map.of(Variable.REFUND_TO, "sale"));
    String cart = paying(till, item("B", 2));
    TestTill.expect(
        200,
        till.post("/carts/" + cart + "/payments", list(tender("11", "300"), tender("01", "800"))));
    String sale = transaction(1, TestTill.expect(200, till.bill(cart)).data());

    refused(400, "403010", till.post(sale + "/return", list(tender("12", "1100"))));
    refused(
        400, "403010", till.post(sale + "/return", list(tender("11", "301"), tender("01", "799"))));
    TestTill.expect(
        200, till.post(sale + "/return", list(tender("11", "300"), tender("01", "800"))));
  }

  @Test
  void cash_isRoundedToWholeYen_ifConfigured_withItsOwnFigure() throws IOException {
    TestTill till = till(Map.of(Variable.CASH_ROUNDING, "yen"));
    String cart = paying(till, priced("E", 1, "70.55"));
    JsonNode due = till.cart(cart).data();
    assertThat(number(due, "/balanceAmount")).isEqualByComparingTo("70.55");
    assertThat(number(due, "/cashDueAmount")).isEqualByComparingTo("71");
    refused(406, "403011", till.pay(cart, "01", "70.55"));

    JsonNode paid = TestTill.expect(200, till.pay(cart, "01", "71")).data();
    assertThat(number(paid, "/balanceAmount")).isEqualByComparingTo("0");
    assertThat(number(paid, "/changeAmount")).isEqualByComparingTo("0");
    assertThat(number(paid, "/cashRoundingAmount")).isEqualByComparingTo("0.45");
    assertThat(explained(till, cart))
        .isEqualTo(
            "deposit 71.0, due 71.0, change 0.0, cashRoundingAmount 0.45, paymentAmount 70.55");

    JsonNode billed = TestTill.expect(200, till.bill(cart)).data();
    assertThat(journal(billed))
        .containsSequence(
            "現金端数調整             \\0.45  ",
            "お預り                     \\71  ",
            "お釣り                      \\0  ");
    String sale = transaction(1, billed);
    JsonNode back =
        TestTill.expect(200, till.post(sale + "/void", list(tender("01", "71")))).data();
    assertThat(number(back, "/totalAmountWithTax")).isEqualByComparingTo("70.55");
    assertThat(number(back, "/depositAmount")).isEqualByComparingTo("71");
    assertThat(number(back, "/cashRoundingAmount")).isEqualByComparingTo("0.45");
  }

  @Test
  void remainderThatRoundsToNoCash_isBilled_andTheLogAddsUp() throws IOException {
    TestTill till = till(Map.of(Variable.CASH_ROUNDING, "yen"));
    String cart = paying(till, priced("E", 1, "70.45"));
    assertThat(number(TestTill.expect(200, till.pay(cart, "11", "70")).data(), "/cashDueAmount"))
        .isEqualByComparingTo("0");

    JsonNode billed = TestTill.expect(200, till.bill(cart)).data();

    assertThat(number(billed, "/balanceAmount")).isEqualByComparingTo("0");
    assertThat(number(billed, "/cashRoundingAmount")).isEqualByComparingTo("-0.45");
    JsonNode logged = TestTill.expect(200, till.call("GET", transaction(1, billed), "")).data();
    assertThat(number(logged, "/cashRoundingAmount")).isEqualByComparingTo("-0.45");
  }

  /** As in kugelpos: any fraction can be paid, and the answers have no additional figure. */
  @Test
  void cash_isNotRounded_byDefault() throws IOException {
    TestTill till = till(Map.of());
    String cart = paying(till, priced("E", 1, "70.55"));
    JsonNode paid = TestTill.expect(200, till.pay(cart, "01", "71")).data();

    assertThat(number(paid, "/changeAmount")).isEqualByComparingTo("0.45");
    assertThat(paid.has("cashDueAmount")).isFalse();
    assertThat(paid.has("cashRoundingAmount")).isFalse();
  }

  /** The base is 60,000 yen less 5,454 of internal tax. */
  @Test
  void stampDuty_isDueForVouchersToo_ifConfigured() throws IOException {
    TestTill till = till(Map.of(Variable.STAMP_DUTY_PAYMENT_CODES, "01,12"));
    String cart = paying(till, item("M", 1));
    TestTill.expect(200, till.pay(cart, "12", "60000"));
    JsonNode billed = TestTill.expect(200, till.bill(cart)).data();

    assertThat(number(billed, "/stampDutyAmount")).isEqualByComparingTo("200");
    assertThat(journal(billed)).contains("印紙代200円                     ");
  }

  @Test
  void stampDuty_isNotDueForVouchers_byDefault() throws IOException {
    TestTill till = till(Map.of());
    String cart = paying(till, item("M", 1));
    TestTill.expect(200, till.pay(cart, "12", "60000"));

    assertThat(number(TestTill.expect(200, till.bill(cart)).data(), "/stampDutyAmount"))
        .isEqualByComparingTo("0");
  }

  @Test
  void methodsByKind_behaveAsInKugelpos() throws IOException {
    TestTill till = till(Map.of(Variable.TENDER_RULES, "kind"));
    String cart = entering(till, item("B", 4));

    TestTill.expect(200, till.pay(cart, "14", "100"));
    TestTill.expect(200, till.pay(cart, "13", "1000"));
    refused(406, "403004", till.pay(cart, "12", "1101"));
    TestTill.expect(200, till.pay(cart, "15", "1100"));
  }

  private TestTill till(Map<Variable, String> more) {
    String profile = TestShop.profile(1);
    int from = profile.indexOf("{\"paymentCode\"");
    String ours =
        profile.substring(0, from) + METHODS + profile.substring(profile.indexOf("]", from));
    RunningShop shop = RunningShop.open(folder, ours, more);
    shops.register("shop", Duration.ofSeconds(20), () -> CompletableFuture.runAsync(shop::close));
    return shop.till(1);
  }

  private static String explained(TestTill till, String cart) throws IOException {
    StringBuilder steps = new StringBuilder();
    for (JsonNode step :
        till.call("GET", "/carts/" + cart + "/explain", "").data().at("/payments/0/steps")) {
      steps.append(steps.isEmpty() ? "" : ", ");
      steps.append(step.path("figure").textValue()).append(' ').append(step.path("result"));
    }
    return steps.toString();
  }
}
