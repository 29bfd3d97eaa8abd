package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InStoreCodeRouteTest {

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
  void codeOfNoRule_isAskedOfTheMasterAsItStands() {
    till.post(till.cart() + "/lineItems", "[{\"itemCode\":\"2112345004805\",\"quantity\":1}]")
        .expectError(404, "402001");
  }

  private Reading enter(String cart, String code, int quantity) {
    return till.post(
            cart + "/lineItems", "[{\"itemCode\":\"" + code + "\",\"quantity\":" + quantity + "}]")
        .expect(200);
  }
}
