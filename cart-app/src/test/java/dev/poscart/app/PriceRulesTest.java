package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.percentOff;
import static dev.poscart.app.Selling.priced;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Variable;
import dev.poscart.domain.fixtures.FakeItemMaster;
import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.model.StoreKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator's price settings in a running service. */
class PriceRulesTest {

  private static final String OF_THE_LINE =
      "discounts[0].discountAmount: 15 * 10 / 100 (half up to whole yen per line, at most 15) 2.0";

  private static final String TWO = "{\"quantity\": 2}";

  @TempDir Path folder;

  private final LifeCycle services = new LifeCycle();

  @AfterEach
  void stop() {
    services.close().toCompletableFuture().join();
  }

  /** Bread of 178 yen, 10 % off: 18 yen each. */
  @Test
  void promotionOfTheStore_applies() throws IOException {
    TestTill till =
        till(
            Map.of(Variable.PORT, "0", Variable.DATA_DIR, folder.toString()),
            "D0001-0001-1",
            "demo-key-0001-1");
    JsonNode cart = TestTill.expect(200, till.add(till.createCart(), "4901455004741", 3)).data();

    assertThat(cart.at("/lineItems/0/discounts/0/promotionCode").textValue()).isEqualTo("P001");
    assertThat(cart.at("/totalAmount").decimalValue()).isEqualByComparingTo("480");
  }

  /** 10 % of an apple at 100 yen; the promotion ends and one of 20 % starts before the subtotal. */
  @Test
  void promotionOnALine_isKept_whenItEndsOrABetterOneStarts() throws IOException {
    String cart;
    try (RunningShop shop =
        RunningShop.open(folder, promoting(promotion("P10", 10, 2099)), Map.of())) {
      cart = entering(shop.till(1), item("A", 1));
      assertThat(firstDiscount(shop.till(1).cart(cart).data())).isEqualTo("P10 10.0 10.0");
    }
    String later = promoting(promotion("P10", 10, 2020), promotion("P20", 20, 2099));
    try (RunningShop shop = RunningShop.open(folder, later, Map.of())) {
      TestTill till = shop.till(1);
      TestTill.expect(200, till.call("PATCH", "/carts/" + cart + "/lineItems/1/quantity", TWO));
      JsonNode subtotal = TestTill.expect(200, till.subtotal(cart)).data();
      assertThat(firstDiscount(subtotal)).isEqualTo("P10 10.0 20.0");
      assertThat(number(subtotal, "/totalAmount")).isEqualByComparingTo("180");
      TestTill.expect(200, till.pay(cart, "01", "198"));
      assertThat(firstDiscount(TestTill.expect(200, till.bill(cart)).data()))
          .isEqualTo("P10 10.0 20.0");

      String next = entering(till, item("A", 1));
      assertThat(firstDiscount(till.cart(next).data())).isEqualTo("P20 20.0 20.0");
    }
  }

  /** External tax of 0.9 and internal tax of 0.8 are 1 yen together, but 0 separately. */
  @Test
  void d25_taxRoundedPerRate_isDistributedAmongTheCodes() throws IOException {
    Path profile = Files.writeString(folder.resolve("shop.json"), TestShop.profile(1));
    TestTill till =
        till(
            Map.of(
                Variable.PORT,
                "0",
                Variable.DATA_DIR,
                folder.toString(),
                Variable.STORE_PROFILE,
                profile.toString(),
                Variable.TAX_ROUNDING,
                "rate"),
            TestShop.terminalId(1),
            TestShop.apiKey(1));
    String lines =
        """
        [{"itemCode": "B", "quantity": 1, "unitPrice": 9},
         {"itemCode": "A", "quantity": 1, "unitPrice": 9}]
        """;
    JsonNode cart =
        TestTill.expect(200, till.post("/carts/" + till.createCart() + "/lineItems", lines)).data();

    assertThat(cart.at("/taxes/0/taxAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(cart.at("/taxes/1/taxAmount").decimalValue()).isEqualByComparingTo("1");
    assertThat(cart.at("/totalAmountWithTax").decimalValue()).isEqualByComparingTo("19");
  }

  /** Half a yen of each of 100 pieces at 5 yen, rounded up; 50 yen of the line. */
  @ParameterizedTest
  @CsvSource({"piece, 100", "line, 50"})
  void percentOff_isRoundedAsConfigured(String unit, String discount) throws IOException {
    TestTill till = demoTill(unit);
    String cart = entering(till, item("4512992026327", 100));
    JsonNode discounted = discountFirstLine(till, cart, "10");

    assertThat(number(discounted, "/lineItems/0/discounts/0/discountAmount"))
        .isEqualByComparingTo(discount);
    assertThat(number(discounted, "/totalAmount"))
        .isEqualByComparingTo(new BigDecimal("500").subtract(new BigDecimal(discount)));
  }

  /** 10 % of three pieces of bread at 178 yen: 18 yen each, or 53.4 of 534. */
  @ParameterizedTest
  @CsvSource({"piece, 480", "line, 481"})
  void promotion_isRoundedLikeAManualDiscount(String unit, String total) throws IOException {
    TestTill till = demoTill(unit);

    assertThat(number(till.cart(entering(till, item("4901455004741", 3))).data(), "/totalAmount"))
        .isEqualByComparingTo(total);
  }

  @Test
  void explanation_namesTheRoundingRuleOfTheFigures() throws IOException {
    String cart;
    try (RunningShop shop = RunningShop.open(folder, Map.of(Variable.DISCOUNT_ROUNDING, "line"))) {
      cart = entering(shop.till(1), priced("E", 3, "5"));
      discountFirstLine(shop.till(1), cart, "10");
      assertThat(percentSteps(shop.till(1), cart)).containsExactly(OF_THE_LINE);
    }
    try (RunningShop shop = RunningShop.open(folder, Map.of())) {
      assertThat(percentSteps(shop.till(1), cart)).containsExactly(OF_THE_LINE);
      discountFirstLine(shop.till(1), cart, "10");
      assertThat(percentSteps(shop.till(1), cart))
          .containsExactly(
              "discounts[0].perPiece: 5 * 10 / 100 (half up to whole yen per piece, at most 5) 1.0",
              "discounts[0].discountAmount: 1 * 3 (null) 3.0");
    }
  }

  private static String promotion(String code, int percent, int lastYear) {
    return """
        {"promotionCode": "%s", "promotionType": "category_discount", "name": "offer",
         "startDateTime": "2019-01-01T00:00:00+09:00", "endDateTime": "%d-12-31T23:59:59+09:00",
         "detail": {"targetCategoryCodes": ["C1"], "discountRate": %d}}"""
        .formatted(code, lastYear, percent);
  }

  /** The profile of the shop with these promotions. */
  private static String promoting(String... promotions) {
    return RunningShop.profile()
        .replaceFirst("\"settings\"", "\"promotions\": " + list(promotions) + ", \"settings\"");
  }

  /** Promotion, percentage and amount of the first line's only discount. */
  private static String firstDiscount(JsonNode cart) {
    JsonNode discounts = cart.at("/lineItems/0/discounts");
    assertThat(discounts).hasSize(1);
    JsonNode discount = discounts.get(0);
    return discount.path("promotionCode").textValue()
        + " "
        + discount.path("discountValue")
        + " "
        + discount.path("discountAmount");
  }

  private static JsonNode discountFirstLine(TestTill till, String cart, String percent)
      throws IOException {
    return TestTill.expect(
            200, till.post("/carts/" + cart + "/lineItems/1/discounts", list(percentOff(percent))))
        .data();
  }

  /** The steps of the first line's discounts: figure, formula, rounding, result. */
  private static List<String> percentSteps(TestTill till, String cart) throws IOException {
    JsonNode told =
        TestTill.expect(200, till.call("GET", "/carts/" + cart + "/explain", "")).data();
    return StreamSupport.stream(told.at("/lines/0/steps").spliterator(), false)
        .filter(step -> step.path("figure").textValue().startsWith("discounts"))
        .map(
            step ->
                "%s: %s (%s) %s"
                    .formatted(
                        step.path("figure").textValue(),
                        step.path("formula").textValue(),
                        step.path("rounding").asText(),
                        step.path("result")))
        .toList();
  }

  private TestTill demoTill(String discountRounding) {
    return till(
        Map.of(
            Variable.PORT,
            "0",
            Variable.DATA_DIR,
            folder.toString(),
            Variable.DISCOUNT_ROUNDING,
            discountRounding),
        "D0001-0001-1",
        "demo-key-0001-1");
  }

  /** An item at 70.555 yen is sold for 70.56, and a card can pay it. */
  @Test
  void masterPriceWithThreeDecimals_isRoundedAtEntry_soThatACardCanPayIt() throws IOException {
    FakeItemMaster master =
        new FakeItemMaster()
            .put(new StoreKey("A1234", "5678"), SaleTestData.item("THIRD", "70.555", "00"));
    try (RunningShop shop = RunningShop.openWith(folder, master)) {
      TestTill till = shop.till(1);
      String cart = Selling.paying(till, Selling.item("THIRD", 1));
      JsonNode step =
          till.call("GET", "/carts/" + cart + "/explain", "").data().at("/lines/0/steps/0");

      assertThat(step.toString())
          .isEqualTo(
              "{\"figure\":\"unitPrice\",\"formula\":\"item master\",\"exact\":70.555,"
                  + "\"rounding\":\"half up to 2 decimals\",\"result\":70.56}");
      JsonNode paid = TestTill.expect(200, till.pay(cart, "11", "70.56")).data();
      assertThat(Selling.number(paid, "/balanceAmount")).isEqualByComparingTo("0");
      TestTill.expect(200, till.bill(cart));
    }
  }

  private TestTill till(Map<Variable, String> given, String terminalId, String apiKey) {
    Poscart service = Poscart.start(ServiceConfig.read(given)).toCompletableFuture().join();
    services.register("service", Duration.ofSeconds(20), service::stop);
    return new TestTill(HttpClient.newHttpClient(), service.port(), terminalId, apiKey);
  }
}
