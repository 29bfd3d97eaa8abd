package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An hour in which nothing goes wrong, compressed: many look-ups, and idle times that are longer
 * than the idle timeout. On a busy machine a look-up may be as slow as on a silent connection;
 * further connections are correct then, at most two per slow look-up.
 */
@Slow
class HealthyTimeTest {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int RESTS = LongRun.WANTED ? 30 : 1;

  /** Fifteen tills that enter an item every two seconds make 27,000 look-ups in an hour. */
  private static final int LOOK_UPS = LongRun.WANTED ? 27_000 : 2_000;

  /** Less than the shortest silence after which a connection is probed. */
  private static final long QUICK_MILLIS = 200;

  private ItemMasterServer server;
  private FaultProxy proxy;
  private LogLines log;

  @BeforeEach
  void open() throws Exception {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    proxy = new FaultProxy(server::port);
    log = LogLines.of("dev.poscart.adapters.grpc");
  }

  private ItemMasterAdapter adapter(ChannelTuning tuning) {
    return ItemMasterAdapter.open(
        // The deadline does not matter here, and a busy machine may be slow.
        Samples.bare(proxy.target()).withDeadline(Duration.ofSeconds(30)).withTuning(tuning),
        ItemMasterObserver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    log.close();
    proxy.close();
    server.close();
  }

  /** Whether the answer came quickly. */
  private static boolean isQuick(ItemMasterAdapter adapter) {
    long start = System.nanoTime();
    assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
        .containsOnlyKeys(ONIGIRI);
    return System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(QUICK_MILLIS);
  }

  @Test
  void busyTills_openNoFurtherConnection() {
    ItemMasterAdapter adapter = adapter(ChannelTuning.defaults());
    int slow = isQuick(adapter) ? 0 : 1;

    Callers callers = new Callers(adapter, 15);
    try (callers) {
      Await.until("all are answered", () -> callers.answered() >= LOOK_UPS);
    }
    slow += (int) callers.takeWaitedMillis().stream().filter(t -> t >= QUICK_MILLIS).count();

    LongRun.report(
        "connections beside the first, and slow look-ups", proxy.arrivals() - 1 + ", " + slow);
    assertThat(callers.failed()).isZero();
    assertThat(proxy.arrivals()).isBetween(1, 1 + 2 * slow);
    assertThat(log.containing("left")).hasSizeLessThanOrEqualTo(2 * slow);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    Await.result(adapter.end("test over"));
  }

  @Test
  void eachIdleTime_costsOneConnection() {
    ItemMasterAdapter adapter = adapter(ChannelTuning.defaults().withIdleTimeout(IDLE));
    isQuick(adapter);
    int quick = 0;
    for (int rest = 0; quick < RESTS && rest < 20 * RESTS; rest++) {
      Await.until("the connection is closed", () -> server.transportsOpen() == 0);
      int before = proxy.arrivals();
      boolean isQuick = isQuick(adapter);
      assertThat(proxy.arrivals()).isBetween(before + 1, before + (isQuick ? 1 : 3));
      quick += isQuick ? 1 : 0;
    }
    LongRun.report("idle times that cost one connection", quick);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(log.containing("lost")).isEmpty();
    Await.result(adapter.end("test over"));
  }
}
