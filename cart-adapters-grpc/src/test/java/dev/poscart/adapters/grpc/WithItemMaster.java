package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Item;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server without items, and an adapter that sends it every look-up. */
abstract class WithItemMaster {

  /** The status of each call that has ended. */
  final List<String> codes = new CopyOnWriteArrayList<>();

  ItemMasterServer server;
  ItemMasterAdapter adapter;

  @BeforeEach
  final void openAdapter() {
    server = ItemMasterServer.started();
    adapter = open(Duration.ofSeconds(20));
  }

  private ItemMasterAdapter open(Duration deadline) {
    return ItemMasterAdapter.open(
        Samples.bare(server.target()).withDeadline(deadline),
        new ItemMasterObserver() {
          @Override
          public void callEnded(String code, Duration duration) {
            assertThat(duration).isPositive();
            codes.add(code);
          }
        });
  }

  /** Replaces the adapter. */
  final void reopen(Duration deadline) throws Exception {
    Await.result(adapter.end("replaced"));
    adapter = open(deadline);
  }

  @AfterEach
  final void closeAdapter() throws Exception {
    Await.result(adapter.end("test over"));
    server.close();
  }

  final Map<String, Item> find(String... itemCodes) throws Exception {
    return Await.result(adapter.port().findItems(TERMINAL, Set.of(itemCodes)));
  }
}
