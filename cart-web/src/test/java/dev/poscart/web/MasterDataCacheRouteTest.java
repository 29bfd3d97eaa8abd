package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MasterDataCacheRouteTest {

  private static final String CACHE = "/api/v1/cache/master-data";

  private final Shop shop = Shop.open();

  @AfterEach
  void close() {
    shop.close();
  }

  private Reading delete(String token, String query) {
    return shop.bearer(token).call("DELETE", CACHE + query, "");
  }

  @Test
  void dataOfOneStore_isCleared() {
    Reading answer = delete("user-A1234", "?namespace=item_master&store_code=5678").expect(200);

    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"code\":200,\"message\":\"Master data cache cleared for tenant"
                + " A1234\",\"userError\":null,\"data\":{\"cache_type\":\"master_data\","
                + "\"tenant_id\":\"A1234\",\"namespace\":\"item_master\",\"store_code\":\"5678\","
                + "\"new_generation\":1},\"metadata\":null,\"operation\":null}");
    assertThat(shop.masterDataCache.cleared).containsExactly("ITEMS A1234 5678");
  }

  @Test
  void dataOfAllStores_isCleared_forTheCallersTenant_alsoByServices() {
    for (String namespace : List.of("payment_master", "promotion_master", "settings_master")) {
      Reading answer = delete("service-B5678", "?namespace=" + namespace).expect(200);
      assertThat(answer.at("/data/store_code").isNull()).isTrue();
    }
    assertThat(shop.masterDataCache.cleared)
        .containsExactly("PAYMENT_METHODS B5678 all", "PROMOTIONS B5678 all", "SETTINGS B5678 all");
  }

  @Test
  void anotherNamespace_isInvalid() {
    for (String query : List.of("", "?namespace=", "?namespace=tax_master&store_code=5678")) {
      delete("user-A1234", query).expectError(422, "300001");
    }
    assertThat(shop.masterDataCache.cleared).isEmpty();
  }

  @Test
  void otherCallers_areRefused() {
    delete("clerk-A1234", "?namespace=item_master").expectError(403, "200002");
    for (String token : List.of("forged", "till-9")) {
      delete(token, "?namespace=item_master").expectError(401, "200001");
    }
    shop.till().call("DELETE", CACHE + "?namespace=item_master", "").expectError(401, "200001");
    assertThat(shop.masterDataCache.cleared).isEmpty();
  }
}
