package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The lists that a till shows. */
class MasterDataRoutesTest {

  private static final String TENANT = "/api/v1/tenants/A1234";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void items_areListedInTheirOrder_withPicturesAndExactPrices() {
    Reading answer = shop.till().get(TENANT + "/items");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode items = answer.at("/data");
    assertThat(items).hasSize(3);
    assertThat(items.get(0).path("itemCode").textValue()).isEqualTo("49-01");
    assertThat(items.get(0).at("/imageUrls/0").textValue()).isEqualTo("/rice.svg");
    assertThat(items.get(1).path("unitPrice").decimalValue()).isEqualByComparingTo("150.5");
    assertThat(items.get(2).path("isDiscountRestricted").booleanValue()).isTrue();
  }

  @Test
  void items_comeInPages() {
    Reading answer = shop.till().get(TENANT + "/items?limit=2&page=2");
    assertThat(answer.at("/data")).hasSize(1);
    assertThat(answer.at("/metadata/total").intValue()).isEqualTo(3);
    assertThat(shop.till().get(TENANT + "/items?limit=0").status()).isEqualTo(422);
  }

  @Test
  void pricesOfAStore_categories_andPaymentMethods_areListed() {
    JsonNode prices = shop.till().get(TENANT + "/stores/5678/items").at("/data");
    assertThat(prices.get(0).path("storePrice").intValue()).isEqualTo(95);
    JsonNode categories = shop.till().get(TENANT + "/categories").at("/data");
    assertThat(categories.get(1).path("description").textValue()).isEqualTo("other");
    JsonNode payments = shop.till().get(TENANT + "/payments").at("/data");
    assertThat(payments.get(0).path("canDepositOver").booleanValue()).isTrue();
  }

  @Test
  void listsOfAnotherTenant_areRefused() {
    for (String list : new String[] {"items", "stores/5678/items", "categories", "payments"}) {
      shop.till().get("/api/v1/tenants/B1234/" + list).expectError(400, "100000");
    }
  }
}
