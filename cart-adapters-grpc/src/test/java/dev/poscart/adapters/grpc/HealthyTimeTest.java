package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An hour in which nothing goes wrong, compressed: many look-ups, and rests that are longer than
 * the idle time. A round in which a look-up was slow was not healthy, only the machine busy.
 */
@Slow
class HealthyTimeTest {

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int RESTS = LongRun.WANTED ? 30 : 1;

  /** Fifteen tills that enter an item every two seconds ask 27,000 times in an hour. */
  private static final int ROUNDS = LongRun.WANTED ? 27 : 2;

  private static final int LOOK_UPS = 1_000;
  private static final long QUICK_MILLIS = 200;

  private ItemMasterServer server;
  private FaultProxy proxy;
  private ItemMasterAdapter adapter;
  private LogLines log;

  @BeforeEach
  void open() throws Exception {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    proxy = new FaultProxy(server::port);
    log = LogLines.of("dev.poscart.adapters.grpc");
    adapter =
        ItemMasterAdapter.open(
            Samples.bare(proxy.target()).withTuning(ChannelTuning.defaults().withIdleTimeout(IDLE)),
            ItemMasterObserver.NONE);
    ask();
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    log.close();
    proxy.close();
    server.close();
  }

  /** How long the answer took, in milliseconds. */
  private long ask() throws Exception {
    long start = System.nanoTime();
    assertThat(Await.result(adapter.port().findItems(TERMINAL, Set.of(ONIGIRI))))
        .containsOnlyKeys(ONIGIRI);
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  @Test
  void busyTills_makeNoFurtherConnection() throws Exception {
    int healthy = 0;
    // What a slow round has begun may end in the next one.
    boolean wasHealthy = false;
    for (int round = 0; healthy < ROUNDS && round < 20 * ROUNDS; round++) {
      int before = proxy.arrivals();
      boolean isHealthy = slowestOfMany() < QUICK_MILLIS;
      if (isHealthy && wasHealthy) {
        assertThat(proxy.arrivals()).isEqualTo(before);
        healthy++;
      }
      wasHealthy = isHealthy;
    }
    LongRun.report("rounds of " + LOOK_UPS + " look-ups without another connection", healthy);
    assertThat(healthy).isEqualTo(ROUNDS);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(log.containing("left")).isEmpty();
  }

  private long slowestOfMany() throws InterruptedException {
    Callers callers = new Callers(adapter, 15);
    try (callers) {
      Await.until("all are answered", () -> callers.answered() >= LOOK_UPS);
    }
    assertThat(callers.failed()).isZero();
    return Collections.max(callers.takeWaitedMillis());
  }

  @Test
  void eachRest_costsOneConnection() throws Exception {
    int healthy = 0;
    for (int rest = 0; healthy < RESTS && rest < 20 * RESTS; rest++) {
      Await.until("the connection is closed", () -> server.transportsOpen() == 0);
      int before = proxy.arrivals();
      if (ask() < QUICK_MILLIS) {
        assertThat(proxy.arrivals()).isEqualTo(before + 1);
        healthy++;
      }
    }
    LongRun.report("rests that cost one connection", healthy);
    assertThat(healthy).isEqualTo(RESTS);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
    assertThat(log.containing("lost")).isEmpty();
  }
}
