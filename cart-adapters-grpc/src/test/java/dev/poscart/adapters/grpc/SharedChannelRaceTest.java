package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Race;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Many concurrent look-ups before the channel exists. */
class SharedChannelRaceTest {

  private static final int THREADS = 200;
  private static final int TENANTS = 20;

  @Test
  void itemLookUps_of200ThreadsAnd20Tenants_makeOneChannelAndUseTheSharedStub() throws Exception {
    try (ItemMasterServer server = ItemMasterServer.started();
        LogLines log = LogLines.of("dev.poscart.adapters.grpc")) {
      server.put(Samples.onigiri().build());
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(
              // 200 calls on a cold JVM and a busy machine may take long.
              Samples.bare(server.target()).withDeadline(Duration.ofSeconds(30)),
              ItemMasterObserver.NONE);
      List<Map<String, Item>> answers = Race.of(THREADS, i -> lookUp(adapter, i));

      assertThat(answers).allSatisfy(items -> assertThat(items).containsOnlyKeys(ONIGIRI));
      assertThat(adapter.channelsCreated()).isEqualTo(1);
      assertThat(log.containing("channel created")).hasSize(1);
      assertThat(server.transportsOpened()).isEqualTo(1);
      assertThat(server.calls()).isEqualTo(THREADS);
      assertThat(server.tenants()).hasSize(TENANTS);
      Await.result(adapter.end("test over"));
    }
  }

  private static Map<String, Item> lookUp(ItemMasterAdapter adapter, int caller) {
    TerminalKey terminal = new TerminalKey("T" + caller % TENANTS, "5678", caller);
    return Await.result(adapter.port().findItems(terminal, Set.of(ONIGIRI)));
  }
}
