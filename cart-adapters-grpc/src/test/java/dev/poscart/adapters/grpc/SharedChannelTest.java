package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life cycle of the shared channel, with a real server. */
class SharedChannelTest {

  private ItemMasterServer server;
  private ItemMasterAdapter adapter;
  private LogLines log;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    log = LogLines.of("dev.poscart.adapters.grpc");
    adapter =
        ItemMasterAdapter.open(
            Samples.bare(server.target(), Duration.ofMillis(200)), ItemMasterObserver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    log.close();
    server.close();
  }

  private void lookUp() throws Exception {
    assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
        .containsOnlyKeys(ONIGIRI);
  }

  @Test
  void open_withoutALookUp_makesNoChannel() {
    assertThat(adapter.state()).isEmpty();
    assertThat(adapter.channelsCreated()).isZero();
    assertThat(server.transportsOpened()).isZero();
  }

  @Test
  void channel_isCreatedOnFirstCall() throws Exception {
    lookUp();
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(server.transportsOpened()).isEqualTo(1);
    assertThat(adapter.state()).contains(ChannelState.READY);
  }

  @Test
  void channel_isReusedByLaterCalls() throws Exception {
    for (int i = 0; i < 50; i++) {
      lookUp();
    }
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(server.transportsOpened()).isEqualTo(1);
    assertThat(server.calls()).isEqualTo(50);
  }

  @Test
  void channel_logsOneLineForCreationAndOneForClosing_andNonePerLookUp() throws Exception {
    lookUp();
    lookUp();
    Await.result(adapter.close("end of the day"));
    assertThat(log.all())
        .containsExactly(
            "INFO item master channel created: target " + server.target(),
            "INFO item master channel closed: target "
                + server.target()
                + ", reason: end of the day, drained");
  }

  @Test
  void close_closesTheChannel() throws Exception {
    lookUp();
    Await.result(adapter.close("closing"));
    assertThat(adapter.state()).isEmpty();
    assertThat(adapter.channelsClosed()).isEqualTo(1);
    Await.until("the server sees it go", () -> server.transportsOpen() == 0);
  }

  @Test
  void close_isIdempotent() throws Exception {
    Await.result(adapter.close("nothing to close"));
    lookUp();
    var first = adapter.close("first");
    var second = adapter.close("second");
    Await.result(first);
    Await.result(second);
    Await.result(adapter.close("third"));
    assertThat(adapter.channelsClosed()).isEqualTo(1);
    assertThat(log.containing("channel closed")).hasSize(1);
  }

  @Test
  void channel_afterClose_isNewOnNextLookUp() throws Exception {
    lookUp();
    Await.result(adapter.close("closing"));
    lookUp();
    assertThat(adapter.channelsCreated()).isEqualTo(2);
    assertThat(server.transportsOpened()).isEqualTo(2);
    Await.until("the old transport is gone", () -> server.transportsOpen() == 1);
  }

  @Test
  void close_withAQuickCallInFlight_letsItFinish() throws Exception {
    server.behave(
        (request, caller) -> {
          var unused = adapter.close("while a call is in flight");
          server.lookUp(request, caller);
        });
    lookUp();
    Await.until("the drain is over", () -> adapter.channelsClosed() == 1);
    assertThat(log.containing("channel closed").get(0)).endsWith("drained");
  }

  @Test
  void close_withAHangingCallInFlight_cancelsItAfterTheDrainTimeout() throws Exception {
    server.behave((request, caller) -> {});
    var lookUp = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    Await.until("the call hangs", () -> server.calls() == 1);
    Await.result(adapter.close("closing"));
    assertThat(Await.portFailure(lookUp).category()).isEqualTo(PortException.Category.UNAVAILABLE);
    assertThat(log.containing("channel closed").get(0)).endsWith("calls in flight cancelled");
  }

  @Test
  void end_refusesLaterLookUps() throws Exception {
    lookUp();
    Await.result(adapter.end("life is over"));
    Await.result(adapter.end("twice"));
    var refused = adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
    assertThat(Await.portFailure(refused).category()).isEqualTo(PortException.Category.UNAVAILABLE);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(adapter.state()).isEmpty();
  }

  @Test
  void channel_survivesRestartsOfTheServer() throws Exception {
    lookUp();
    for (int restart = 0; restart < 3; restart++) {
      server.kill();
      server.start();
      lookUp();
    }
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(server.transportsOpened()).isEqualTo(4);
    assertThat(log.containing("channel created")).hasSize(1);
  }
}
