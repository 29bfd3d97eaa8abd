package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Creation of tenants, and inspection and clearing of their terminals' cache. */
class TenantAdministrationTest {

  private static final String TENANTS = "/api/v1/tenants";
  private static final String CACHE = "/api/v1/cache/terminal";

  private final Shop shop = Shop.open();
  private final TestTill user = shop.bearer("user-A1234");

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void tenant_isCreatedByItsUserOrTerminal_idempotently() {
    for (String token : List.of("user-A1234", "till-9", "user-A1234")) {
      Reading answer =
          shop.bearer(token)
              .post(TENANTS + "?is_terminal_service=true", "{\"tenantId\":\"A1234\"}")
              .expect(201);
      assertThat(answer.body())
          .isEqualTo(
              "{\"success\":true,\"code\":201,\"message\":\"Creating tenant has completed: A1234\","
                  + "\"userError\":null,\"data\":{\"tenantId\":\"A1234\"},\"metadata\":null,"
                  + "\"operation\":\"create_tenant\"}");
    }
    shop.till().cartWithApple();
  }

  @Test
  void anotherTenant_isRefused() {
    Reading answer = user.post(TENANTS, "{\"tenant_id\":\"B5678\"}").expectError(400, "100000");
    assertThat(answer.at("/data").textValue()).isEqualTo("400: Invalid tenant_id: B5678");
  }

  @Test
  void tenantRoute_requiresAToken() {
    Reading none = shop.till().post(TENANTS, "{\"tenantId\":\"A1234\"}");
    assertThat(none.expectError(401, "200001").at("/message").textValue())
        .isEqualTo("Unauthorized access : No token or API-KEY provided");
    for (String token : List.of("forged", "service-A1234")) {
      shop.bearer(token).post(TENANTS, "{\"tenantId\":\"A1234\"}").expectError(401, "200001");
    }
  }

  @Test
  void tenantWithoutId_isInvalid() {
    for (String body : List.of("", "{}", "[]", "null", "{\"tenantId\":1}")) {
      user.post(TENANTS, body).expectError(422, "300001");
    }
  }

  @Test
  void d44_cacheStatus_countsTheTenantsTerminals() {
    shop.till().cart();
    shop.till("A1234-5678-10", "key10").cart();
    shop.till("B5678-5678-9", "key9").cart();
    shop.till("A1234-5678-9", "wrong").get("/api/v1/carts/x").expect(401);
    Reading answer = user.get(CACHE + "/status").expect(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"success\":true,\"code\":200,\"message\":\"Terminal cache status for tenant A1234\","
                + "\"userError\":null,\"data\":{\"cache_type\":\"terminal_info\","
                + "\"tenant_id\":\"A1234\",\"tenant_cache_size\":2,\"total_cache_size\":3,"
                + "\"cached_terminal_ids\":[\"A1234-5678-10\",\"A1234-5678-9\"],"
                + "\"status\":\"active\"},\"metadata\":null,\"operation\":null}");
  }

  @Test
  void d44_cacheClearing_affectsOnlyTheTenant() {
    shop.till().cart();
    shop.till("B5678-5678-9", "key9").cart();
    Reading answer = user.call("DELETE", CACHE, "").expect(200);
    assertThat(answer.at("/data"))
        .hasToString(
            "{\"message\":\"Terminal cache cleared successfully for tenant A1234\","
                + "\"cache_type\":\"terminal_info\",\"tenant_id\":\"A1234\",\"items_cleared\":1}");
    Reading left = user.get(CACHE + "/status");
    assertThat(left.at("/data/tenant_cache_size").intValue()).isZero();
    assertThat(left.at("/data/total_cache_size").intValue()).isEqualTo(1);
    shop.till().cart();
  }

  @Test
  void cacheRoutes_requireAUserToken() {
    for (String token : List.of("forged", "till-9", "service-A1234")) {
      shop.bearer(token).get(CACHE + "/status").expectError(401, "200001");
      shop.bearer(token).call("DELETE", CACHE, "").expectError(401, "200001");
    }
    Reading none = shop.till().get(CACHE + "/status").expectError(401, "200001");
    assertThat(none.at("/message").textValue()).isEqualTo("Could not validate credentials");
  }
}
