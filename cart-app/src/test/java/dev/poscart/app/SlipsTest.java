package dev.poscart.app;

import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.percentOff;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static dev.poscart.app.Selling.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole slips of the running service, compared character by character with files written by hand.
 * Only the time is not compared. Each test has its own till, and thus its own numbers.
 */
class SlipsTest {

  private static final String TIME = "\\d{4}年\\d\\d月\\d\\d日\\([月火水木金土日]\\) \\d\\d:\\d\\d";

  @TempDir static Path folder;

  private static RunningShop shop;

  @BeforeAll
  static void open() throws IOException {
    shop = RunningShop.open(folder, file("shop.json"), Map.of());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  /**
   * Apples of 300, less 15 % (15 each) and 7: 248; milk of 396. Of their 644, 10 % are 64 (25 and
   * 39), then 50 (19 and 31): 204 with 20 on top, 326 with 24 inside. The sale of 550 is returned,
   * the return voided, and the sale voided in the end.
   */
  @Test
  void d60_saleReturnAndVoidSlips_showWhatHappenedToTheMoney() throws IOException {
    TestTill till = shop.till(1);
    JsonNode sale = discountedSale(till);
    assertPrinted("sale", sale);

    JsonNode returned = reverse(till, transaction(1, sale) + "/return", list(tender("01", "550")));
    assertPrinted("return", returned);

    String theReturn = transaction(1, returned);
    assertPrinted("void-return", reverse(till, theReturn + "/void", list(tender("01", "550"))));

    String asPaid = list(tender("01", "350"), tender("11", "200"));
    assertPrinted("void-sale", reverse(till, transaction(1, sale) + "/void", asPaid));
  }

  /**
   * One of three apples: of the discounts of 45, 7, 25 and 19 yen a third, rounded down as they add
   * up: 15, 2, 8, 7; 68 are left, with 6 of the 20 yen of tax.
   */
  @Test
  void d60_partialReturn_printsItsRefund() throws IOException {
    TestTill till = shop.till(2);
    JsonNode sale = discountedSale(till);
    String piece =
        "{\"payments\":[" + tender("01", "74") + "],\"lineItems\":[{\"lineNo\":1,\"quantity\":1}]}";

    assertPrinted("return-of-a-piece", reverse(till, transaction(2, sale) + "/return", piece));
  }

  @Test
  void d28_fractionsOfAYen_arePrintedAsStored() throws IOException {
    TestTill till = shop.till(3);
    String cart = till.createCart();
    String lines = list(item("TEA", 2), priced("TEA", 1, "2370.55"));
    TestTill.expect(200, till.post("/carts/" + cart + "/lineItems", lines));
    TestTill.expect(
        200, till.post("/carts/" + cart + "/lineItems/2/discounts", list(yenOff("0.25"))));
    TestTill.expect(200, till.subtotal(cart));

    assertPrinted("fractions", billed(till, cart, tender("01", "2512")));
  }

  @Test
  void d60_cancelledSale_reversesItsPayments() throws IOException {
    TestTill till = shop.till(4);
    assertPrinted("cancelled-unpaid", cancelled(till, paying(till, item("APPLE", 1))));

    String paid = paying(till, item("WATCH", 1));
    String tenders = list(tender("01", "55000"), tender("11", "5000"));
    TestTill.expect(200, till.post("/carts/" + paid + "/payments", tenders));
    assertPrinted("cancelled-paid", cancelled(till, paid));
  }

  @Test
  void saleWithStampDuty_hasTheBox_betweenNumberAndFooter() throws IOException {
    TestTill till = shop.till(5);

    assertPrinted(
        "stamp-duty", billed(till, paying(till, item("WATCH", 1)), tender("01", "60000")));
  }

  @Test
  void longName_isCut() throws IOException {
    TestTill till = shop.till(6);

    assertPrinted("name-cut", billed(till, paying(till, item("OIL", 2)), tender("11", "5960")));
  }

  @Test
  void longName_wrapsToASecondLine_atATillConfiguredSo() throws IOException {
    TestTill till = shop.till(7);
    JsonNode sale = billed(till, paying(till, item("OIL", 2)), tender("11", "5960"));
    assertPrinted("name-wrapped", sale);

    String refund = list(tender("11", "5960"));
    assertPrinted("name-wrapped-return", reverse(till, transaction(7, sale) + "/return", refund));
  }

  private static JsonNode discountedSale(TestTill till) throws IOException {
    String cart = till.createCart();
    String lines = list(item("APPLE", 3), item("MILK", 2));
    TestTill.expect(200, till.post("/carts/" + cart + "/lineItems", lines));
    String ofTheLine = list(percentOff("15"), yenOff("7"));
    TestTill.expect(200, till.post("/carts/" + cart + "/lineItems/1/discounts", ofTheLine));
    TestTill.expect(200, till.subtotal(cart));
    String ofTheSubtotal = list(percentOff("10"), yenOff("50"));
    TestTill.expect(200, till.post("/carts/" + cart + "/discounts", ofTheSubtotal));
    return billed(till, cart, tender("11", "200"), tender("01", "1000"));
  }

  private static JsonNode billed(TestTill till, String cart, String... tenders) throws IOException {
    TestTill.expect(200, till.post("/carts/" + cart + "/payments", list(tenders)));
    return TestTill.expect(200, till.bill(cart)).data();
  }

  private static JsonNode cancelled(TestTill till, String cart) throws IOException {
    return TestTill.expect(200, till.post("/carts/" + cart + "/cancel", "")).data();
  }

  private static JsonNode reverse(TestTill till, String path, String body) throws IOException {
    return TestTill.expect(200, till.post(path, body)).data();
  }

  private static void assertPrinted(String name, JsonNode closed) throws IOException {
    String printed = closed.path("journalText").textValue();

    assertThat(printed.replaceAll(TIME, "2026年11月23日(月) 18:27")).isEqualTo(file(name + ".txt"));
  }

  private static String file(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SlipsTest.class.getResourceAsStream("/slips/" + name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
