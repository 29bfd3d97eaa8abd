package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The calls that warm up the channel at startup. */
class ChannelPrimingTest {

  private static ItemMasterAdapter open(ItemMasterConfig config) {
    return ItemMasterAdapter.open(config, ItemMasterObserver.NONE);
  }

  @Test
  void prime_makesTheConfiguredCalls_onTheChannelOfTheLookUps() throws Exception {
    try (ItemMasterServer server = ItemMasterServer.started()) {
      server.put(Samples.onigiri().build());
      ItemMasterAdapter adapter =
          open(ItemMasterConfig.defaults(server.target()).withPrimingCalls(7));
      assertThat(Await.result(adapter.prime())).isEqualTo(7);
      assertThat(server.calls()).isEqualTo(7);
      Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
      assertThat(server.transportsOpened()).isEqualTo(1);
      Await.result(adapter.end("test over"));
    }
  }

  @Test
  void prime_whenDisabled_makesNoChannel() throws Exception {
    ItemMasterAdapter adapter = open(ItemMasterConfig.defaults("127.0.0.1:1").withPrimingCalls(0));
    assertThat(Await.result(adapter.prime())).isZero();
    assertThat(adapter.channelsCreated()).isZero();
    Await.result(adapter.end("test over"));
  }

  @Test
  void prime_whenNoServerListens_continuesUntilOneDoes() throws Exception {
    ItemMasterServer server = ItemMasterServer.started();
    server.kill();
    ItemMasterAdapter adapter =
        open(
            ItemMasterConfig.defaults(server.target())
                .withDeadline(Duration.ofMillis(300))
                .withPrimingCalls(3));
    var primed = adapter.prime().toCompletableFuture();
    Await.until(
        "it has failed", () -> adapter.state().equals(Optional.of(ChannelState.TRANSIENT_FAILURE)));
    // The demand of the first call has expired by then.
    Await.throughout(Duration.ofSeconds(2), "it goes on trying", () -> !primed.isDone());
    server.start();
    assertThat(Await.result(primed)).isEqualTo(3);
    assertThat(server.transportsOpened()).isEqualTo(1);
    Await.result(adapter.end("test over"));
    server.close();
  }

  @Test
  void prime_whenTheAdapterEnds_stops() throws Exception {
    ItemMasterServer server = ItemMasterServer.started();
    server.close();
    ItemMasterAdapter adapter =
        open(ItemMasterConfig.defaults(server.target()).withDeadline(Duration.ofMillis(100)));
    var primed = adapter.prime();
    Await.result(adapter.end("test over"));
    assertThat(Await.result(primed)).isZero();
  }
}
