package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.lookup.BreakerConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.adapters.grpc.lookup.StaleConfig;
import dev.poscart.domain.code.KeyedCode;
import dev.poscart.domain.code.RandomGtin;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.PortException.Category;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every notation of an item's code finds the item, with at most one more look-up. */
@Slow
class SpellingsTest {

  private static final String JAN = "4901180001718";
  private static final String GTIN_14 = "04901180001718";

  private ItemMasterServer server;
  private Optional<ItemMasterAdapter> open = Optional.empty();

  @BeforeEach
  void start() {
    server = ItemMasterServer.started();
  }

  @AfterEach
  void close() throws Exception {
    if (open.isPresent()) {
      Await.result(open.get().end("test over"));
    }
    server.close();
  }

  /** Nothing is cached, so that each look-up reaches the server. */
  private ItemMasterAdapter forgetful() {
    return with(LookupConfig.bare().withEqualCodes(true));
  }

  private ItemMasterAdapter with(LookupConfig lookup) {
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            ItemMasterConfig.defaults(server.target()).withLookup(lookup), ItemMasterObserver.NONE);
    open = Optional.of(adapter);
    return adapter;
  }

  private static Map<String, Item> find(ItemMasterAdapter adapter, String... itemCodes)
      throws Exception {
    return Await.result(adapter.port().findItems(TERMINAL, Set.of(itemCodes)));
  }

  private static Item item(Map<String, Item> found, String code) {
    return Optional.ofNullable(found.get(code)).orElseThrow();
  }

  private void sell(String itemCode) {
    server.put(Samples.answer(itemCode, "品", 160).build());
  }

  /** The code of the item that a scan reaches. */
  private static String reached(ItemMasterAdapter adapter, String scanned) throws Exception {
    String code = SaleTestData.CODES.read(new KeyedCode(0, scanned, Optional.empty())).itemCode();
    return item(find(adapter, code), code).itemCode();
  }

  @Test
  void anyScannedNotation_findsTheItem_withAtMostOneMoreBatch() throws Exception {
    server.offerBatches();
    ItemMasterAdapter adapter = forgetful();
    Seeds.each(
        300,
        seed -> {
          int before = server.calls() + server.batchCalls();
          reachRandomItem(adapter, new Random(seed));
          assertThat(server.calls() + server.batchCalls() - before).isBetween(1, 2);
        });
  }

  @Test
  void anyScannedNotation_findsTheItem_withAtMostFourMoreCalls_withoutBatches() throws Exception {
    ItemMasterAdapter adapter = forgetful();
    find(adapter, "A", "B");
    assertThat(server.batchCalls()).isEqualTo(1);
    Seeds.each(
        300,
        seed -> {
          int before = server.calls();
          reachRandomItem(adapter, new Random(seed));
          assertThat(server.calls() - before).isBetween(1, 5);
        });
    assertThat(server.batchCalls()).isEqualTo(1);
  }

  private void reachRandomItem(ItemMasterAdapter adapter, Random random) throws Exception {
    List<String> spellings = RandomGtin.spellings(random);
    String kept = spellings.get(random.nextInt(spellings.size()));
    sell(kept);
    String scanned = RandomGtin.scanned(random, spellings.get(random.nextInt(spellings.size())));
    assertThat(reached(adapter, scanned)).as(scanned).isEqualTo(kept);
  }

  @Test
  void knownCode_needsOneCall() throws Exception {
    server.offerBatches();
    sell(GTIN_14);
    assertThat(find(forgetful(), GTIN_14)).containsOnlyKeys(GTIN_14);
    assertThat(server.calls()).isEqualTo(1);
    assertThat(server.batchCalls()).isZero();
  }

  @Test
  void foundAndMissingCodes_areCachedInTheScannedNotation() throws Exception {
    sell(JAN);
    ItemMasterAdapter adapter = with(LookupConfig.defaults());
    for (int i = 0; i < 3; i++) {
      assertThat(find(adapter, GTIN_14)).containsOnlyKeys(GTIN_14);
      assertThat(find(adapter, "4900000000078")).isEmpty();
    }
    // Each code unchanged, and with or without a leading zero.
    assertThat(server.calls()).isEqualTo(4);
  }

  @Test
  void whileTheMasterIsDown_codesScannedBefore_sellInTheirNotation() throws Exception {
    sell(JAN);
    ItemMasterAdapter adapter =
        with(
            LookupConfig.bare()
                .withEqualCodes(true)
                .withStale(StaleConfig.defaults())
                .withBreaker(BreakerConfig.off()));
    find(adapter, GTIN_14);
    server.kill();
    Map<String, Item> stale = find(adapter, GTIN_14);
    assertThat(item(stale, GTIN_14).itemCode()).isEqualTo(JAN);
    assertThat(item(stale, GTIN_14).verified()).isFalse();
  }

  @Test
  void withoutBatches_equalCodesAreRequestedInParallel() throws Exception {
    sell("0036000291452");
    ItemMasterAdapter adapter = forgetful();
    find(adapter, "A", "B");
    CyclicBarrier threeTogether = new CyclicBarrier(3);
    server.behave(
        (request, caller) -> {
          if (!request.getItemCode().equals("36000291452")) {
            meet(threeTogether);
          }
          server.lookUp(request, caller);
        });
    assertThat(find(adapter, "36000291452")).containsOnlyKeys("36000291452");
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      assertThat(barrier.await(20, TimeUnit.SECONDS)).isNotNegative();
    } catch (Exception e) {
      throw new AssertionError("the others were not asked for", e);
    }
  }

  @Test
  void withExactMatching_noOtherNotationIsLookedUp() throws Exception {
    sell(JAN);
    assertThat(find(with(LookupConfig.bare()), GTIN_14)).isEmpty();
    assertThat(server.calls()).isEqualTo(1);
  }

  @Test
  void answerInTheMastersOwnNotation_isAccepted() throws Exception {
    server.behave(
        (request, caller) -> {
          caller.onNext(Samples.answer(JAN, "品", 160).build());
          caller.onCompleted();
        });
    Map<String, Item> found = find(with(LookupConfig.bare()), GTIN_14);
    assertThat(item(found, GTIN_14).itemCode()).isEqualTo(JAN);
    var other = open.orElseThrow().port().findItems(TERMINAL, Set.of("4900000000016"));
    assertThat(Await.portFailure(other).category()).isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void batchAnswerInTheMastersOwnNotation_isAccepted() throws Exception {
    server.answerBatches(
        Samples.answer(JAN, "品", 160).build(), Samples.answer("A", "他", 100).build());
    ItemMasterAdapter adapter = with(LookupConfig.bare());
    Map<String, Item> found = find(adapter, GTIN_14, "A");
    assertThat(found).containsOnlyKeys(GTIN_14, "A");
    assertThat(item(found, GTIN_14).itemCode()).isEqualTo(JAN);
    var other = adapter.port().findItems(TERMINAL, Set.of(GTIN_14, "B"));
    assertThat(Await.portFailure(other).category()).isEqualTo(Category.PERMANENT_FAILURE);
  }
}
