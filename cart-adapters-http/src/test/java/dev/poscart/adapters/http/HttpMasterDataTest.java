package dev.poscart.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpMasterDataTest {

  private static final StoreKey STORE = new StoreKey("A1234", "5678");

  private final TestPeerService peer;
  private final HttpPeerServices.MasterDataService service;

  HttpMasterDataTest() throws IOException {
    peer = new TestPeerService();
    service = new HttpPeerServices(tenantId -> Optional.of("token")).masterData(config());
  }

  @AfterEach
  void close() {
    peer.close();
  }

  @Test
  void settings_keepTheirScopes() {
    peer.data.put(
        "/tenants/A1234/settings",
        """
        [{"name":"RECEIPT_HEADERS","defaultValue":"[]","values":[
            {"storeCode":"5678","terminalNo":9,"value":"till"},
            {"store_code":"5678","terminal_no":null,"value":"store"},
            {"value":"tenant"}]},
         {"name":"OTHER","defaultValue":null,"values":null}]\
        """);

    assertThat(Await.result(service.settings().ofTenant("A1234")))
        .containsExactly(
            new Setting(
                "RECEIPT_HEADERS",
                Optional.of("[]"),
                List.of(
                    new Setting.Scoped(Optional.of("5678"), Optional.of(9), "till"),
                    new Setting.Scoped(Optional.of("5678"), Optional.empty(), "store"),
                    new Setting.Scoped(Optional.empty(), Optional.empty(), "tenant"))),
            new Setting("OTHER", Optional.empty(), List.of()));
  }

  @Test
  void aResponseWithoutEnd_isRefusedOnce() {
    String filler = "x".repeat(BoundedBody.MAX_BYTES);
    peer.data.put("/tenants/A1234/settings", "[{\"name\":\"" + filler + "\"}]");

    assertThatThrownBy(() -> Await.result(service.settings().ofTenant("A1234")))
        .hasMessageContaining("response exceeds");
    assertThat(peer.asked).hasSize(1);
  }

  @Test
  void missingSettings_areEmpty() {
    assertThat(Await.result(service.settings().ofTenant("A1234"))).isEmpty();
  }

  @Test
  void promotions_areThoseOfTheStore() {
    peer.data.put(
        "/tenants/A1234/promotions/active?storeCode=5678",
        """
        [{"promotionCode":"P1","promotionType":"category_discount","name":"秋","isActive":true,
          "detail":{"targetCategoryCodes":["C1","C2"],"discountRate":12.5}},
         {"promotionCode":"P2","promotionType":"unknown_kind","name":"?","detail":{}}]\
        """);

    assertThat(Await.result(service.promotions().ofStore(STORE)))
        .containsExactly(
            new Promotion(
                "P1",
                "category_discount",
                "秋",
                Optional.empty(),
                Optional.empty(),
                true,
                List.of("5678"),
                List.of("C1", "C2"),
                new BigDecimal("12.5")));
  }

  @Test
  void paymentMethods_areRequestedByCode() {
    peer.data.put(
        "/tenants/A1234/payments/01",
        """
        {"paymentCode":"01","description":"現金","canDepositOver":true,"canChange":true,
         "isActive":false,"canRefund":false,"limitAmount":5.5}\
        """);
    peer.data.put("/tenants/A1234/payments/11", "{\"paymentCode\":\"11\",\"description\":\"カード\"}");

    assertThat(Await.result(service.paymentMethods().ofTenant("A1234")))
        .isEqualTo(
            Map.of(
                "01",
                new PaymentMethod(
                    "01", "現金", PaymentKind.CASH, Money.of("5.5"), false, true, true, false),
                "11",
                new PaymentMethod(
                    "11", "カード", PaymentKind.CASHLESS, Money.of(0), true, false, false, true)));
    assertThat(peer.asked).hasSize(3);
  }

  @Test
  void items_areRequestedByCode_withTheStoresPrice() {
    peer.data.put(
        "/tenants/A1234/stores/5678/items/49-A/details",
        """
        {"itemCode":"49-A","description":"茶","unitPrice":150.5,"storePrice":140.0,"categoryCode":"C1",
         "taxCode":"12","isDiscountRestricted":true,"isDeleted":false}\
        """);
    peer.data.put(
        "/tenants/A1234/stores/5678/items/OLD/details",
        "{\"itemCode\":\"OLD\",\"unitPrice\":1,\"taxCode\":\"01\",\"isDeleted\":true}");

    assertThat(items("49-A", "OLD", "NONE"))
        .isEqualTo(
            Map.of(
                "49-A",
                new Item(
                    "49-A",
                    "茶",
                    Optional.empty(),
                    Money.of("150.5"),
                    Optional.of(Money.of(140)),
                    "C1",
                    "12",
                    true,
                    true)));
    assertThat(peer.asked).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"itemCode\":\"B\",\"unitPrice\":1,\"taxCode\":\"01\"}",
        "{\"itemCode\":\"A\",\"unitPrice\":\"1\",\"taxCode\":\"01\"}",
        "{\"itemCode\":\"A\",\"unitPrice\":-1,\"taxCode\":\"01\"}",
        "{\"itemCode\":\"A\",\"unitPrice\":1}",
        "[]"
      })
  void untrustworthyItem_isAFailure_notAbsence(String json) {
    peer.data.put("/tenants/A1234/stores/5678/items/A/details", json);

    assertThatThrownBy(() -> items("A")).hasMessageContaining("PERMANENT_FAILURE: item A: ");
  }

  private Map<String, Item> items(String... codes) {
    TerminalKey terminal = new TerminalKey("A1234", "5678", 9);
    return Await.result(service.items().findItems(terminal, Set.of(codes)));
  }

  @Test
  void withoutTerminalOrToken_nothingIsRequested() {
    HttpPeerServices.MasterDataService keyless =
        new HttpPeerServices(tenantId -> Optional.empty()).masterData(config());

    assertThatThrownBy(() -> Await.result(keyless.settings().ofTenant("A1234")))
        .hasMessageContaining("no terminal of the tenant has authenticated by API key");
    assertThat(peer.asked).isEmpty();
  }

  @Test
  void aRefusedKey_isNotUsedAgain_untilAnotherTerminalIsAuthenticated() {
    HttpPeerServices http = new HttpPeerServices(tenantId -> Optional.empty());
    peer.data.put(
        "/terminals/A1234-5678-9",
        """
        {"tenantId":"A1234","storeCode":"5678","terminalNo":9,"status":"Opened",
         "businessDate":"20251123","openCounter":1,"businessCounter":1}\
        """);
    var terminals = http.terminalService(config()).terminals();
    Await.result(terminals.authenticate(new TerminalKey("A1234", "5678", 9), "old-key"));
    HttpPeerServices.MasterDataService master = http.masterData(config());
    peer.status = 401;

    assertThatThrownBy(() -> Await.result(master.settings().ofTenant("A1234")))
        .hasMessageContaining("UNAVAILABLE: unexpected status 401");
    assertThatThrownBy(() -> Await.result(master.settings().ofTenant("A1234")))
        .hasMessageContaining("no terminal of the tenant");
    peer.status = 200;
    Await.result(terminals.authenticate(new TerminalKey("A1234", "5678", 9), "new-key"));
    assertThat(Await.result(master.settings().ofTenant("A1234"))).isEmpty();
    assertThat(peer.asked.get(peer.asked.size() - 1))
        .isEqualTo(
            new TestPeerService.Question(
                "/api/v1/tenants/A1234/settings?terminal_id=A1234-5678-9",
                Optional.of("new-key"),
                Optional.empty()));
  }

  private PeerServiceConfig config() {
    return new PeerServiceConfig("master-data", peer.address(), Duration.ofSeconds(20));
  }
}
