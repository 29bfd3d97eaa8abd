package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The calls that are made before anybody asks. */
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
      assertThat(Await.valueOf(adapter.prime())).isEqualTo(7);
      assertThat(server.calls()).isEqualTo(7);
      Await.valueOf(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)));
      assertThat(server.transportsOpened()).isEqualTo(1);
      Await.valueOf(adapter.end("test over"));
    }
  }

  @Test
  void prime_whenSwitchedOff_makesNoChannel() throws Exception {
    ItemMasterAdapter adapter = open(ItemMasterConfig.defaults("127.0.0.1:1").withPrimingCalls(0));
    assertThat(Await.valueOf(adapter.prime())).isZero();
    assertThat(adapter.channelsCreated()).isZero();
    Await.valueOf(adapter.end("test over"));
  }

  @Test
  void prime_whenNobodyListens_goesOnUntilSomebodyDoes() throws Exception {
    ItemMasterServer server = ItemMasterServer.started();
    server.kill();
    ItemMasterAdapter adapter =
        open(
            ItemMasterConfig.defaults(server.target())
                .withDeadline(Duration.ofMillis(300))
                .withPrimingCalls(3));
    var primed = adapter.prime();
    Await.until(
        "it has failed", () -> adapter.state().equals(Optional.of(ChannelState.TRANSIENT_FAILURE)));
    // The interest of the first look is over by then.
    TimeUnit.SECONDS.sleep(2);
    server.start();
    assertThat(Await.valueOf(primed)).isEqualTo(3);
    assertThat(server.transportsOpened()).isEqualTo(1);
    Await.valueOf(adapter.end("test over"));
    server.close();
  }

  @Test
  void prime_whenTheAdapterEnds_givesUp() throws Exception {
    ItemMasterServer server = ItemMasterServer.started();
    server.close();
    ItemMasterAdapter adapter =
        open(ItemMasterConfig.defaults(server.target()).withDeadline(Duration.ofMillis(100)));
    var primed = adapter.prime();
    Await.valueOf(adapter.end("test over"));
    assertThat(Await.valueOf(primed)).isZero();
  }
}
