package dev.poscart.app.itemmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.ItemMasterConfig;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.app.profile.Catalogue;
import dev.poscart.app.profile.CatalogueItem;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The embedded item master, called as the service calls it. */
class EmbeddedItemMasterTest {

  private static final TerminalKey TERMINAL = new TerminalKey("A1234", "5678", 9);

  private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();
  private EmbeddedItemMaster server;
  private ItemMasterAdapter adapter;

  @BeforeEach
  void start() throws IOException {
    server =
        EmbeddedItemMaster.start(
            new Catalogue(
                Map.of(
                    "A1234",
                    Map.of(
                        "S", item("S", "70.5", true, true),
                        "P", item("P", "120", false, true),
                        "OLD", item("OLD", "10", false, false))),
                Map.of(new StoreKey("A1234", "5678"), Map.of("P", Money.of("118.25"))),
                Map.of()));
    adapter =
        ItemMasterAdapter.open(
            ItemMasterConfig.defaults(server.target()),
            new ItemMasterObserver() {
              @Override
              public void callEnded(String code, Duration duration) {
                calls.add(code);
              }
            });
  }

  @AfterEach
  void stop() {
    adapter.end("test over").toCompletableFuture().join();
    server.close();
  }

  private static CatalogueItem item(
      String itemCode, String price, boolean restricted, boolean active) {
    return new CatalogueItem(
        itemCode,
        "品",
        Optional.empty(),
        Money.of(price),
        "C1",
        "01",
        restricted,
        active,
        Optional.empty());
  }

  private Map<String, Item> find(String... itemCodes) throws Exception {
    return adapter
        .port()
        .findItems(TERMINAL, Set.of(itemCodes))
        .toCompletableFuture()
        .get(30, TimeUnit.SECONDS);
  }

  @Test
  void item_hasItsDecimalsAndItsRestriction() throws Exception {
    assertThat(find("S").values())
        .extracting(Item::price, Item::discountRestricted)
        .containsExactly(tuple(Money.of("70.5"), true));
  }

  @Test
  void severalItems_areFoundInOneCall_withoutUnknownAndInactiveOnes() throws Exception {
    Map<String, Item> items = find("S", "P", "OLD", "NONE");
    assertThat(items).containsOnlyKeys("S", "P");
    assertThat(items.values())
        .extracting(Item::price, Item::discountRestricted)
        .containsExactlyInAnyOrder(tuple(Money.of("70.5"), true), tuple(Money.of("118.25"), false));
    assertThat(List.copyOf(calls)).containsExactly("OK");
  }
}
