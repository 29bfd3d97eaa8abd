package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemCodeRouteTest {

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void scannedLabel_isSoldAtItsPriceOrWeight() {
    String cart = till.cart();
    Reading priced = enter(cart, "0212345004807", 2);
    assertThat(priced.at("/data/lineItems/0/itemCode").asText()).isEqualTo("0212345");
    assertThat(priced.at("/data/lineItems/0/unitPrice").toString()).isEqualTo("480.0");
    assertThat(priced.at("/data/lineItems/0/amount").toString()).isEqualTo("960.0");
    Reading weighed = enter(cart, "2812345012345", 1);
    assertThat(weighed.at("/data/lineItems/1/itemName").asText()).isEqualTo("牛肉");
    assertThat(weighed.at("/data/lineItems/1/unitPrice").toString()).isEqualTo("1232.0");
    assertThat(weighed.at("/data/lineItems/1/isUnitPriceChanged").asBoolean()).isFalse();
  }

  @Test
  void wrongCheckDigit_isInvalidInput_andSellsNothing() {
    String cart = till.cart();
    Reading refused =
        till.post(
            cart + "/lineItems",
            "[{\"itemCode\":\"A\",\"quantity\":1},{\"itemCode\":\"0212345004808\",\"quantity\":1}]");
    refused.expectError(422, "300001");
    assertThat(refused.at("/message").asText()).contains("body -> 1 -> itemCode", "check digit");
    assertThat(till.get(cart).at("/data/lineItems")).isEmpty();
  }

  @Test
  void labelWithPriceCheckDigit_isSoldAtItsPrice_orRefusedIfTheDigitIsWrong() {
    String cart = till.cart();
    Reading priced = enter(cart, "2412345928754", 1);
    assertThat(priced.at("/data/lineItems/0/itemCode").asText()).isEqualTo("2412345");
    assertThat(priced.at("/data/lineItems/0/unitPrice").toString()).isEqualTo("2875.0");
    Reading refused = post(cart, "{\"itemCode\":\"2412345828757\",\"quantity\":1}");
    refused.expectError(422, "300001");
    assertThat(refused.at("/message").asText())
        .contains(
            "body -> 0 -> itemCode: in-store code 2412345828757 has a wrong price check digit");
  }

  @Test
  void elementStrings_giveItemAndWeightOrPrice() {
    String cart = till.cart();
    Reading weighed = enter(cart, "]e001949011800017113103001250", 2);
    assertThat(weighed.at("/data/lineItems/0/itemCode").asText()).isEqualTo("94901180001711");
    assertThat(weighed.at("/data/lineItems/0/unitPrice").toString()).isEqualTo("1250.0");
    assertThat(weighed.at("/data/lineItems/0/amount").toString()).isEqualTo("2500.0");
    Reading priced = enter(cart, "\\u001d01949011800017113920480\\u001d10A1", 1);
    assertThat(priced.at("/data/lineItems/1/unitPrice").toString()).isEqualTo("480.0");
    post(cart, "{\"itemCode\":\"(01)04901180001719\",\"quantity\":1}").expectError(422, "300001");
  }

  @Test
  void bookWithItsSecondBarcode_hasThatPrice_andKeepsItsClass() {
    String cart = till.cart();
    Reading both =
        post(
                cart,
                "{\"itemCode\":\"9784101092058\",\"quantity\":1,\"supplement\":\"1920193004403\"},"
                    + "{\"itemCode\":\"9784101092058\",\"quantity\":1,\"supplement\":null}")
            .expect(200);
    assertThat(both.at("/data/lineItems/0/unitPrice").toString()).isEqualTo("440.0");
    assertThat(both.at("/data/lineItems/0/classCode").asText()).isEqualTo("0193");
    assertThat(both.at("/data/lineItems/0/isUnitPriceChanged").asBoolean()).isFalse();
    // Without tax: 10 % of 440 + 500 come on top.
    assertThat(both.at("/data/lineItems/1/unitPrice").toString()).isEqualTo("500.0");
    assertThat(both.at("/data/lineItems/1").has("classCode")).isFalse();
    assertThat(both.at("/data/totalAmountWithTax").toString()).isEqualTo("1034.0");
    assertThat(till.get(cart).at("/data/lineItems/0/classCode").asText()).isEqualTo("0193");
  }

  @Test
  void magazineWithItsAddOn_hasThatPrice_unlessAPriceIsEntered() {
    Reading entered =
        post(
                till.cart(),
                "{\"itemCode\":\"4910077310543\",\"quantity\":2,\"supplement\":\"00762\",\"unitPrice\":0},"
                    + "{\"itemCode\":\"4910077310543\",\"quantity\":1,\"supplement\":\"00762\",\"unitPrice\":300}")
            .expect(200);
    assertThat(entered.at("/data/lineItems/0/unitPrice").toString()).isEqualTo("762.0");
    assertThat(entered.at("/data/lineItems/0/amount").toString()).isEqualTo("1524.0");
    assertThat(entered.at("/data/lineItems/1/unitPrice").toString()).isEqualTo("300.0");
  }

  @Test
  void supplementOfAnotherCode_isInvalidInput_andSellsNothing() {
    String cart = till.cart();
    Reading refused =
        post(
            cart,
            "{\"itemCode\":\"A\",\"quantity\":1},"
                + "{\"itemCode\":\"4901180001718\",\"quantity\":1,\"supplement\":\"00762\"}");
    refused.expectError(422, "300001");
    assertThat(refused.at("/message").asText()).contains("body -> 1 -> supplement: '00762'");
    assertThat(till.get(cart).at("/data/lineItems")).isEmpty();
    post(cart, "{\"itemCode\":\"A\",\"quantity\":1,\"supplement\":192}").expectError(422, "300001");
  }

  @Test
  void isbnMissingFromTheMaster_isUnknown_whateverItsSecondBarcode() {
    post(
            till.cart(),
            "{\"itemCode\":\"9791234567896\",\"quantity\":1,\"supplement\":\"1920193004403\"}")
        .expectError(404, "402001");
  }

  @Test
  void codeThatMatchesNoRule_isLookedUpUnchanged() {
    till.post(till.cart() + "/lineItems", "[{\"itemCode\":\"2112345004805\",\"quantity\":1}]")
        .expectError(404, "402001");
  }

  private Reading enter(String cart, String code, int quantity) {
    return post(cart, "{\"itemCode\":\"" + code + "\",\"quantity\":" + quantity + "}").expect(200);
  }

  private Reading post(String cart, String entries) {
    return till.post(cart + "/lineItems", "[" + entries + "]");
  }
}
