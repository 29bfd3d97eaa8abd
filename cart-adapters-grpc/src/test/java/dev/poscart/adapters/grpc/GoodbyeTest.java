package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A server that closes the connection with ENHANCE_YOUR_CALM after too many pings. */
class GoodbyeTest {

  /** HTTP/2: 8 bytes of payload, type 6, no flags, stream 0. */
  static final byte[] PING = {0, 0, 8, 6, 0, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8};

  @Test
  void goAwayForTooManyPings_isRecoveredFrom() throws Exception {
    try (ItemMasterServer server = ItemMasterServer.started();
        FaultProxy proxy = new FaultProxy(server::port)) {
      server.put(Samples.onigiri().build());
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(Samples.bare(proxy.target()), ItemMasterObserver.NONE);
      for (int goodbye = 1; goodbye <= 3; goodbye++) {
        assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
            .containsOnlyKeys(ONIGIRI);
        assertThat(server.transportsOpened()).isEqualTo(goodbye);
        // The server reacts to the third ping; no call is in flight at that time.
        for (int ping = 0; ping < 4; ping++) {
          proxy.inject(PING);
        }
        Await.until("the server says goodbye", () -> proxy.said("too_many_pings"));
        int seen = goodbye + 1;
        Await.until("the channel has reconnected", () -> server.transportsOpened() == seen);
        proxy.forgetWhatWasSaid();
      }
      assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
          .containsOnlyKeys(ONIGIRI);
      assertThat(adapter.channelsCreated()).isEqualTo(1);
      Await.until("one transport is left", () -> server.transportsOpen() == 1);
      Await.result(adapter.end("test over"));
    }
  }
}
