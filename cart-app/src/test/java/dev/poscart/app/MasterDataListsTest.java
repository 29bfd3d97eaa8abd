package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.PeerGate.Failure;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a till shows, where kugelpos's services have the master data. */
class MasterDataListsTest {

  private static final String TENANT = PeerStandIn.TENANT;
  private static final String LISTS = "/tenants/A1234/";

  @TempDir Path folder;

  private final PeerStandIn terminals = new PeerStandIn();
  private final PeerStandIn peer = new PeerStandIn();

  MasterDataListsTest() {
    peer.answers.put(
        TENANT + "/items?limit=50&page=2",
        """
        [{"itemCode":"A","description":"林檎","unitPrice":110.0,"unitCost":40.0,"categoryCode":"C1",
          "taxCode":"01","imageUrls":["https://pictures.example/a.png"]}]""");
    peer.answers.put(TENANT + "/stores/5678/items", "[{\"itemCode\":\"A\",\"storePrice\":100.0}]");
    peer.answers.put(TENANT + "/categories", "[{\"categoryCode\":\"C1\",\"description\":\"果物\"}]");
    peer.answers.put(
        TENANT + "/payments",
        "[{\"paymentCode\":\"01\",\"description\":\"現金\",\"canChange\":true,\"isActive\":true}]");
  }

  @AfterEach
  void close() {
    terminals.close();
    peer.close();
  }

  @Test
  void lists_areThoseOfTheMasterDataService() throws IOException {
    try (RunningShop shop = start(Map.of(Variable.USE_GRPC, "false"))) {
      TestTill till = till(shop);

      TestTill.Answer items = till.call("GET", LISTS + "items?limit=50&page=2", "");
      assertThat(items.status()).isEqualTo(200);
      JsonNode item = items.data().path(0);
      assertThat(item.path("itemCode").asText()).isEqualTo("A");
      assertThat(item.path("unitPrice").decimalValue()).isEqualByComparingTo("110");
      assertThat(item.path("unitCost").intValue()).isZero();
      assertThat(item.at("/imageUrls/0").asText()).isEqualTo("https://pictures.example/a.png");
      assertThat(items.body().at("/metadata/total").intValue()).isEqualTo(51);
      assertThat(first(till, "stores/5678/items").path("storePrice").intValue()).isEqualTo(100);
      assertThat(first(till, "categories").path("description").asText()).isEqualTo("果物");
      assertThat(first(till, "payments").path("canChange").booleanValue()).isTrue();
      assertThat(peer.gate.unexpected).isEmpty();
      assertThat(peer.asked).allMatch(question -> question.startsWith("null Bearer ey"));
    }
  }

  @Test
  void listsOfAnotherTenant_areRefused_withoutARequest() throws IOException {
    try (RunningShop shop = start(Map.of(Variable.USE_GRPC, "false"))) {
      TestTill.Answer answer = till(shop).call("GET", "/tenants/B1234/items", "");

      assertThat(code(answer)).isEqualTo("100000");
      assertThat(peer.asked).noneMatch(question -> question.contains("B1234"));
    }
  }

  @ParameterizedTest
  @EnumSource(Failure.class)
  void serviceThatFails_isSaidSo_inTime(Failure how) throws IOException {
    Map<Variable, String> settings =
        Map.of(Variable.USE_GRPC, "false", Variable.NEIGHBOUR_TIMEOUT_SECONDS, "0.5");
    try (RunningShop shop = start(settings)) {
      TestTill till = till(shop);
      first(till, "categories");
      peer.gate.fail(how);

      TestTill.Answer answer = till.call("GET", LISTS + "categories", "");

      peer.gate.heal();
      assertThat(answer.status()).isEqualTo(503);
      assertThat(code(answer)).isEqualTo("600001");
    }
  }

  @Test
  void whereOnlyAGrpcMasterIsKnown_thereAreNoLists() throws IOException {
    Map<Variable, String> settings =
        Map.of(Variable.MASTER_DATA_GRPC_URL, "127.0.0.1:9", Variable.BASE_URL_MASTER_DATA, "");
    try (RunningShop shop = start(settings)) {
      assertThat(code(till(shop).call("GET", LISTS + "items", ""))).isEqualTo("100001");
    }
  }

  private static JsonNode first(TestTill till, String list) throws IOException {
    return TestTill.expect(200, till.call("GET", LISTS + list, "")).data().path(0);
  }

  private static String code(TestTill.Answer refused) {
    return refused.body().at("/user_error/code").asText();
  }

  private static TestTill till(RunningShop shop) {
    return shop.till("A1234-5678-9", "key9");
  }

  private RunningShop start(Map<Variable, String> more) {
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    settings.put(Variable.BASE_URL_TERMINAL, terminals.base());
    settings.put(Variable.BASE_URL_MASTER_DATA, peer.base());
    settings.put(Variable.ITEM_MASTER_WARM_UP, "false");
    settings.putAll(more);
    return RunningShop.openAmongPeers(folder, settings);
  }
}
