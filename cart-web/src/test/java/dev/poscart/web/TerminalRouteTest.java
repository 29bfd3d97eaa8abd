package dev.poscart.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalRouteTest {

  private static final String API = "/api/v1/terminals/A1234-5678-9";

  private final Shop shop = Shop.open();
  private final TestTill till = shop.till();

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void staff_signsInWithPin_andOutAgain() {
    till.post(API + "/sign-in", "{\"staffId\":\"S001\",\"pin\":\"1111\"}")
        .expectError(400, "406014");
    till.post(API + "/sign-out", "").expect(200);
    till.post(API + "/sign-out", "").expect(200);
    till.post("/api/v1/carts", "{}").expectError(400, "404002");
    till.post(API + "/cash-in", "{\"amount\":1}").expectError(401, "406013");
    till.post(API + "/sign-in", "{\"staffId\":\"S00X\"}").expectError(401, "406004");
    till.post(API + "/sign-in", "{\"staffId\":\"S009\"}").expectError(401, "406004");
    till.post(API + "/sign-in", "{\"staffId\":\"S001\"}").expectError(401, "406006");
    till.post(API + "/sign-in", "{\"staffId\":\"S001\",\"pin\":\"1112\"}")
        .expectError(401, "406006");

    Reading signedIn =
        till.post(API + "/sign-in", "{\"staffId\":\"S001\",\"pin\":\"1111\"}").expect(200);

    assertThat(signedIn.at("/data/staff/staffName").asText()).isEqualTo("スタッフ太郎");
    assertThat(signedIn.at("/message").asText())
        .isEqualTo("Terminal Signed In. terminal_id: A1234-5678-9 staff_id: S001");
    till.post("/api/v1/carts", "{}").expect(201);
  }

  @Test
  void wrongPins_areThrottled_forTheirStaffOnly() {
    try (Shop throttled = Shop.open(WebConfigs.throttled(Shop.CONFIG, 10))) {
      checkThrottle(throttled.till());
    }
  }

  private static void checkThrottle(TestTill till) {
    till.post(API + "/sign-out", "").expect(200);
    for (int i = 0; i < 5; i++) {
      till.post(API + "/sign-in", "{\"staffId\":\"S001\",\"pin\":\"0\"}")
          .expectError(401, "406006");
    }

    till.post(API + "/sign-in", "{\"staffId\":\"S001\",\"pin\":\"1111\"}")
        .expectError(429, "200004");
    till.post(API + "/sign-in", "{\"staffId\":\"S004\"}").expect(200);
  }

  @Test
  void modeAndDescription_areSet() {
    till.patch(API + "/function_mode", "{\"functionMode\":\"OpenTerminal\"}")
        .expectError(400, "406003");
    till.patch(API + "/function_mode", "{\"functionMode\":\"Nonsense\"}")
        .expectError(422, "300001");
    Reading mode = till.patch(API + "/function_mode", "{\"functionMode\":\"Sales\"}").expect(200);
    assertThat(mode.at("/data/functionMode").asText()).isEqualTo("Sales");
    Reading described = till.patch(API + "/description", "{\"description\":\"レジ 1\"}").expect(200);
    assertThat(described.at("/data/description").asText()).isEqualTo("レジ 1");
    assertThat(described.at("/data/functionMode").asText()).isEqualTo("Sales");
  }

  @Test
  void aTerminal_actsOnItselfOnly_andReadsItsStore() {
    till.get("/api/v1/terminals/A1234-5678-10").expectError(401, "200001");
    shop.bearer("till-9").get("/api/v1/terminals/A1234-5678-10").expectError(403, "200002");
    shop.bearer("till-77").get("/api/v1/terminals/A1234-5678-77").expectError(404, "100001");

    Reading list = till.get("/api/v1/terminals?limit=2&page=2").expect(200);
    assertThat(list.at("/metadata").toString())
        .isEqualTo(
            "{\"total\":4,\"page\":2,\"limit\":2,\"sort\":\"terminal_id:1\","
                + "\"filter\":{\"tenant_id\":\"A1234\",\"store_code\":\"5678\"}}");
    assertThat(list.at("/data/0/terminalNo").intValue()).isEqualTo(11);
    till.get("/api/v1/terminals?store_code=9999").expectError(403, "200002");
    assertThat(
            till.get("/api/v1/tenants/A1234/stores/5678")
                .expect(200)
                .at("/data/storeName")
                .asText())
        .isEqualTo("テスト店");
    assertThat(till.get("/api/v1/tenants/A1234").expect(200).at("/data/stores")).hasSize(2);
    assertThat(till.get("/api/v1/tenants/A1234/stores").expect(200).at("/data")).hasSize(2);
    till.get("/api/v1/tenants/A1234/stores/0000").expectError(404, "407101");
    till.get("/api/v1/tenants/B5678").expectError(400, "100000");
  }

  @Test
  void aToken_isIssuedForAKey() {
    Reading token = till.post("/api/v1/auth/token", "").expect(200);
    assertThat(token.at("/data").toString())
        .isEqualTo(
            "{\"access_token\":\"token-of-OPENED\",\"token_type\":\"bearer\",\"expires_in\":86400}");
    assertThat(token.at("/operation").isNull()).isTrue();
    shop.till("A1234-5678-9", "wrong").post("/api/v1/auth/token", "").expectError(401, "200001");
    shop.bearer("till-9").post("/api/v1/auth/token", "").expectError(401, "200001");
  }
}
