package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An idle connection is closed before a firewall drops it. */
@Slow
class IdleTest {

  @Test
  void idleConnection_isClosed_andTheNextLookUpConnectsOnTheSameChannel() throws Exception {
    try (ItemMasterServer server = ItemMasterServer.started();
        LogLines log = LogLines.of("dev.poscart.adapters.grpc")) {
      server.put(Samples.onigiri().build());
      ItemMasterConfig bare = Samples.bare(server.target());
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(
              bare.withTuning(bare.tuning().withIdleTimeout(Duration.ofSeconds(1))),
              ItemMasterObserver.NONE);
      assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
          .containsOnlyKeys(ONIGIRI);
      Await.until("it is idle", () -> adapter.state().equals(Optional.of(ChannelState.IDLE)));
      Await.until("its connection is closed", () -> server.transportsOpen() == 0);
      assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
          .containsOnlyKeys(ONIGIRI);
      assertThat(server.transportsOpened()).isEqualTo(2);
      assertThat(adapter.channelsCreated()).isEqualTo(1);
      assertThat(adapter.wasReached()).isTrue();
      assertThat(log.containing("lost")).isEmpty();
      Await.result(adapter.end("test over"));
    }
  }
}
