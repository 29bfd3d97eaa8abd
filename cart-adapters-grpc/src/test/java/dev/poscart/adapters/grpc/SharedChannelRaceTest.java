package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.TerminalKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Everybody comes at once, and nobody has been here before. */
class SharedChannelRaceTest {

  private static final int THREADS = 200;
  private static final int TENANTS = 20;

  @Test
  void itemLookUps_of200ThreadsAnd20Tenants_makeOneChannelAndUseTheSharedStub() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (ItemMasterServer server = ItemMasterServer.started();
        LogLines log = LogLines.of("dev.poscart.adapters.grpc")) {
      server.put(Samples.onigiri().build());
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(
              // Two hundred cold calls on a busy machine may take their time.
              Samples.bare(server.target()).withDeadline(Duration.ofSeconds(30)),
              ItemMasterObserver.NONE);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Map<String, Item>>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        TerminalKey terminal = new TerminalKey("T" + i % TENANTS, "5678", i);
        answers.add(
            threads.submit(
                () -> {
                  start.await();
                  return Await.result(adapter.port().findItems(terminal, Set.of(ONIGIRI)));
                }));
      }
      start.countDown();
      for (Future<Map<String, Item>> answer : answers) {
        assertThat(answer.get(60, TimeUnit.SECONDS)).containsOnlyKeys(ONIGIRI);
      }
      assertThat(adapter.channelsCreated()).isEqualTo(1);
      assertThat(log.containing("channel created")).hasSize(1);
      assertThat(server.transportsOpened()).isEqualTo(1);
      assertThat(server.calls()).isEqualTo(THREADS);
      assertThat(server.tenants()).hasSize(TENANTS);
      Await.result(adapter.end("test over"));
    } finally {
      threads.shutdownNow();
    }
  }
}
