package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A slow item master is not treated as lost. */
@Slow
class SlowMasterTest {

  private static final Duration DELAY = LongRun.pick(Duration.ofSeconds(3), Duration.ofMillis(500));
  private static final int LOOK_UPS = LongRun.WANTED ? 100 : 40;

  private final ScheduledExecutorService delays = Executors.newSingleThreadScheduledExecutor();
  private ItemMasterServer server;
  private ItemMasterAdapter adapter;
  private LogLines log;

  @BeforeEach
  void open() throws Exception {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    log = LogLines.of("dev.poscart.adapters.grpc");
    adapter =
        ItemMasterAdapter.open(
            Samples.bare(server.target()).withTuning(ChannelTuning.defaults()),
            ItemMasterObserver.NONE);
    answerQuickly();
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    log.close();
    server.close();
    delays.shutdownNow();
  }

  private CompletionStage<Map<String, Item>> ask() {
    return adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
  }

  private void answerQuickly() throws Exception {
    server.behave(server::lookUp);
    for (int i = 0; i < 25; i++) {
      assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    }
  }

  private void answerSlowly() {
    server.behave(
        (request, caller) -> {
          var unused =
              delays.schedule(
                  () -> server.lookUp(request, caller), DELAY.toMillis(), TimeUnit.MILLISECONDS);
        });
  }

  static IntStream callers() {
    return LongRun.WANTED ? IntStream.of(1, 5, 20) : IntStream.of(1, 20);
  }

  @ParameterizedTest
  @MethodSource("callers")
  void slowMaster_getsFewExtraCalls_andKeepsItsConnection(int callers) throws Exception {
    int callsBefore = server.calls();
    int lookUps = callers == 1 ? LOOK_UPS / 5 : LOOK_UPS;
    answerSlowly();
    for (int asked = 0; asked < lookUps; asked += callers) {
      List<CompletionStage<Map<String, Item>>> together = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        together.add(ask());
      }
      for (CompletionStage<Map<String, Item>> lookUp : together) {
        assertThat(Await.result(lookUp)).containsOnlyKeys(ONIGIRI);
      }
    }
    int extra = server.calls() - callsBefore - lookUps;
    LongRun.report("calls beyond " + lookUps + " slow look-ups of " + callers + " callers", extra);
    LongRun.report("connections", server.transportsOpened());
    assertThat(extra).isLessThanOrEqualTo((lookUps + 19) / 20);
    assertThat(server.transportsOpened()).isLessThanOrEqualTo(2);
    assertThat(adapter.state()).contains(ChannelState.READY);
    assertThat(log.containing("left")).isEmpty();
    assertThat(log.containing("lost")).isEmpty();
    Await.until("one transport is left", () -> server.transportsOpen() == 1);
  }

  @Test
  void masterThatRecovered_isProbedAgain_onceItIsSlowAgain() throws Exception {
    answerSlowly();
    assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    answerQuickly();
    int before = server.calls();
    answerSlowly();
    assertThat(Await.result(ask())).containsOnlyKeys(ONIGIRI);
    assertThat(server.calls()).isEqualTo(before + 2);
    assertThat(log.containing("left")).isEmpty();
  }
}
