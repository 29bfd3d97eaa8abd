package dev.poscart.adapters.http;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.port.ListPage;
import dev.poscart.domain.port.ListPage.Window;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.MasterDataLists.Category;
import dev.poscart.domain.port.MasterDataLists.Item;
import dev.poscart.domain.port.MasterDataLists.StorePrice;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists of the master-data service, over a socket. */
class HttpMasterDataListsTest {

  private static final Window SECOND = new Window(2, 2);
  private static final String ITEM =
      """
      {"itemCode":"49-03","description":"tea","unitPrice":150.5,"unitCost":80.0,"itemDetails":[],
       "imageUrls":["/tea.svg"],"categoryCode":"C1","taxCode":"01","isDiscountRestricted":true,
       "isDeleted":%s,"entryDatetime":"2025-01-01 00:00:00"}\
      """;

  private final TestPeerService peer;
  private final MasterDataLists lists;

  HttpMasterDataListsTest() throws IOException {
    peer = new TestPeerService();
    peer.envelope =
        "{\"success\":true,\"data\":%s,\"metadata\":{\"total\":3,\"page\":2,\"limit\":2}}";
    lists =
        new HttpPeerServices(tenantId -> Optional.of("token-of-" + tenantId))
            .masterData(new PeerServiceConfig("master-data", peer.address(), Duration.ofSeconds(5)))
            .lists();
  }

  @AfterEach
  void close() {
    peer.close();
  }

  @Test
  void items_areThePageThatIsAskedFor_withoutTheirCosts() {
    peer.data.put("/tenants/A1234/items?limit=2&page=2", "[" + ITEM.formatted("true") + "]");

    assertThat(result(lists.items("A1234", SECOND)))
        .isEqualTo(
            new ListPage<>(
                List.of(
                    new Item(
                        "49-03",
                        "tea",
                        Money.of("150.5"),
                        "C1",
                        "01",
                        true,
                        true,
                        List.of("/tea.svg"))),
                3));
    assertThat(peer.asked)
        .extracting(TestPeerService.Question::bearer)
        .containsExactly(Optional.of("Bearer token-of-A1234"));
  }

  @Test
  void pricesOfAStore_andCategories_areRead() {
    peer.data.put(
        "/tenants/A1234/stores/5678/items?limit=2&page=2",
        "[{\"itemCode\":\"49-01\",\"storePrice\":95.0}]");
    peer.data.put(
        "/tenants/A1234/categories?limit=2&page=2",
        """
        [{"categoryCode":"C1","description":"Drinks","descriptionShort":"Dr","taxCode":"01"},
         {"categoryCode":"C2","description":"Sweets"}]\
        """);

    assertThat(result(lists.storePrices(new StoreKey("A1234", "5678"), SECOND)).elements())
        .containsExactly(new StorePrice("49-01", Money.of(95)));
    assertThat(result(lists.categories("A1234", SECOND)).elements())
        .containsExactly(
            new Category("C1", "Drinks", "Dr", "01"), new Category("C2", "Sweets", "Sweets", ""));
  }

  @Test
  void paymentMethods_thatASaleRefuses_areInactive() {
    peer.data.put(
        "/tenants/A1234/payments?limit=2&page=2",
        """
        [{"paymentCode":"01","description":"現金","isActive":true},
         {"paymentCode":"77","description":"points","isActive":true}]\
        """);

    assertThat(result(lists.paymentMethods("A1234", SECOND)).elements())
        .extracting(PaymentMethod::paymentCode, PaymentMethod::active)
        .containsExactly(tuple("01", true), tuple("77", false));
  }

  @Test
  void listThatTheServiceDoesNotKnow_isEmpty() {
    assertThat(result(lists.items("A1234", SECOND))).isEqualTo(new ListPage<>(List.of(), 0));
  }

  @Test
  void totalThatIsNotTold_isWhatHasBeenSeen() {
    peer.envelope = "{\"data\":%s,\"metadata\":null}";
    peer.data.put("/tenants/A1234/items?limit=2&page=2", "[" + ITEM.formatted("false") + "]");

    assertThat(result(lists.items("A1234", SECOND)).total()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[{\"itemCode\":\"\",\"unitPrice\":1}]",
        "[{\"itemCode\":\"A\",\"unitPrice\":\"1\"}]",
        "[{\"itemCode\":\"A\",\"unitPrice\":1},{\"itemCode\":\"B\",\"unitPrice\":1},"
            + "{\"itemCode\":\"C\",\"unitPrice\":1}]"
      })
  void listThatCannotBeTrusted_isRefused(String data) {
    peer.data.put("/tenants/A1234/items?limit=2&page=2", data);

    assertThatThrownBy(() -> result(lists.items("A1234", SECOND)))
        .hasMessageContaining("master-data")
        .hasMessageContaining("expected: ");
  }
}
