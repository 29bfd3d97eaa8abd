package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TEA;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.PortException.Category;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many codes in one call, if the server supports it. */
class ItemBatchTest {

  private ItemMasterServer server;
  private ItemMasterAdapter adapter;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    server.put(Samples.tea().build());
    adapter =
        ItemMasterAdapter.open(
            Samples.bare(server.target()).withBatching(true), ItemMasterObserver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    server.close();
  }

  private Map<String, Item> find(String... itemCodes) throws Exception {
    return Await.result(adapter.port().findItems(TERMINAL, Set.of(itemCodes)));
  }

  @Test
  void severalCodes_areSentInOneCall() throws Exception {
    server.offerBatches();
    server.put(Samples.answer("4900000000047", "雑誌", 500).setIsActive(false).build());
    assertThat(find(ONIGIRI, TEA, "4900000000030", "4900000000047")).containsOnlyKeys(ONIGIRI, TEA);
    assertThat(server.batchCalls()).isEqualTo(1);
    assertThat(server.calls()).isZero();
  }

  @Test
  void singleCode_isSentWithoutABatch() throws Exception {
    server.offerBatches();
    assertThat(find(ONIGIRI)).containsOnlyKeys(ONIGIRI);
    assertThat(server.batchCalls()).isZero();
    assertThat(server.calls()).isEqualTo(1);
  }

  @Test
  void serverWithoutBatches_getsSingleCalls_andNoFurtherBatches() throws Exception {
    assertThat(find(ONIGIRI, TEA)).containsOnlyKeys(ONIGIRI, TEA);
    assertThat(find(ONIGIRI, TEA)).containsOnlyKeys(ONIGIRI, TEA);
    assertThat(server.batchCalls()).isEqualTo(1);
    assertThat(server.calls()).isEqualTo(4);
  }

  @Test
  void invalidAnswerInABatch_failsTheLookUp() throws Exception {
    server.offerBatches();
    server.put(Samples.tea().clearTaxCode().build());
    var lookUp = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI, TEA));
    assertThat(Await.portFailure(lookUp).category()).isEqualTo(Category.PERMANENT_FAILURE);
  }

  @Test
  void unsupportedBatchCall_isTriedAgainAfterTenMinutes() {
    AtomicLong clock = new AtomicLong();
    BatchSupport offer = new BatchSupport(true, clock::get);
    assertThat(offer.isOffered()).isTrue();
    offer.declined();
    assertThat(offer.isOffered()).isFalse();
    clock.set(600_000_000_000L);
    assertThat(offer.isOffered()).isFalse();
    clock.set(600_000_000_001L);
    assertThat(offer.isOffered()).isTrue();
    assertThat(new BatchSupport(false, clock::get).isOffered()).isFalse();
  }
}
