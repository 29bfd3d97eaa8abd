package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which terminal may change which carts. */
class CallerTest {

  private static final String APPLE = "[{\"itemCode\":\"A\",\"quantity\":1}]";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void cartOfAnotherTenant_isNotFound_onAnyRoute() {
    String cart = till.cartWithApple();
    TestTill stranger = shop.till("B5678-5678-9", "key9");
    stranger.get(cart).expectError(404, "401002");
    stranger.post(cart + "/lineItems", APPLE).expectError(404, "401002");
    for (String step : List.of("/subtotal", "/bill", "/cancel", "/resume-item-entry")) {
      stranger.post(cart + step, "").expectError(404, "401002");
    }
    assertThat(till.get(cart).at("/data/totalQuantity").intValue()).isEqualTo(1);
  }

  @Test
  void anotherTerminalOfTheStore_mayContinue_andOwnsTheSale() {
    String cart = till.cartWithApple();
    TestTill colleague = shop.till("A1234-5678-10", "key10");
    Reading seen = colleague.get(cart).expect(200);
    assertThat(seen.at("/data/staff/id").textValue()).isEqualTo("S002");
    colleague.post(cart + "/subtotal", "").expect(200);
    colleague.post(cart + "/payments", "[{\"paymentCode\":\"01\",\"amount\":110}]").expect(200);
    colleague.post(cart + "/bill", "").expect(200);
    Reading list = till.get("/api/v1/tenants/A1234/stores/5678/terminals/10/transactions");
    assertThat(list.at("/data/0/staff/id").textValue()).isEqualTo("S002");
  }

  @Test
  void withoutSignedInStaff_readingWorks_andChangingIsRefused() {
    String cart = till.cartWithApple();
    TestTill signedOut = shop.till("A1234-5678-12", "key12");
    Reading seen = signedOut.get(cart).expect(200);
    assertThat(seen.body()).contains("\"staff\":null,\"status\":null");
    signedOut.post(cart + "/lineItems", APPLE).expectError(400, "404002");
    signedOut.post(cart + "/cancel", "").expectError(400, "404002");
  }
}
