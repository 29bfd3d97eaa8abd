package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An hour in which nothing goes wrong, compressed: many look-ups, and rests that are longer than
 * the idle time.
 */
class HealthyTimeTest {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int RESTS = LongRun.WANTED ? 30 : 1;

  /** Fifteen tills that enter an item every two seconds ask so often in an hour. */
  private static final int LOOK_UPS = LongRun.WANTED ? 27_000 : 2_000;

  private ItemMasterServer server;
  private FaultProxy proxy;
  private ItemMasterAdapter adapter;
  private LogLines log;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    proxy = new FaultProxy(server::port);
    log = LogLines.recording();
    adapter =
        ItemMasterAdapter.open(
            Samples.bare(proxy.target()).withTuning(ChannelTuning.defaults().withIdleTimeout(IDLE)),
            ItemMasterObserver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    Await.valueOf(adapter.end("test over"));
    log.close();
    proxy.close();
    server.close();
  }

  private void ask() throws Exception {
    assertThat(Await.valueOf(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
        .containsOnlyKeys(ONIGIRI);
  }

  @Test
  void busyTills_needOneConnection() throws Exception {
    try (Callers callers = new Callers(adapter, 15)) {
      Await.until(
          "an hour's look-ups are answered",
          () -> callers.answered() >= LOOK_UPS,
          Duration.ofMinutes(5));
      assertThat(callers.failed()).isZero();
      // Also no attempt that came to nothing.
      assertThat(proxy.arrivals()).isEqualTo(1);
    }
    LongRun.report("connections of " + LOOK_UPS + " look-ups", proxy.arrivals());
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(log.containing("left")).isEmpty();
  }

  @Test
  void eachRest_costsOneConnection_andNoOtherIsMade() throws Exception {
    for (int rest = 1; rest <= RESTS; rest++) {
      ask();
      Await.until("the connection is closed", () -> server.transportsOpen() == 0);
      assertThat(proxy.arrivals()).isEqualTo(rest);
    }
    ask();
    assertThat(proxy.arrivals()).isEqualTo(RESTS + 1);
    LongRun.report("connections, " + RESTS + " rests", proxy.arrivals());
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(log.containing("lost")).isEmpty();
  }
}
