package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Faults in random order; {@code -Dposcart.seed} repeats one run. */
@Slow
class RandomFaultTest {

  private final long seed =
      Optional.ofNullable(System.getProperty("poscart.seed"))
          .map(Long::parseLong)
          .orElseGet(System::nanoTime);

  @Test
  void anySequenceOfFaults_isRecoveredFrom_onOneChannel() throws Exception {
    Random chance = new Random(seed);
    try (ItemMasterServer server = ItemMasterServer.started();
        FaultProxy proxy = new FaultProxy(server::port)) {
      server.put(Samples.onigiri().build());
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(
              Samples.bare(proxy.target())
                  .withDeadline(Duration.ofMillis(500))
                  .withTuning(ChannelTuning.defaults()),
              ItemMasterObserver.NONE);
      try (Callers callers = new Callers(adapter, 4)) {
        int faults = LongRun.WANTED ? 200 : 20;
        for (int fault = 0; fault < faults; fault++) {
          Faults.ALL.get(chance.nextInt(Faults.ALL.size())).strike(server, proxy);
          remainsOneChannel(adapter, Duration.ofMillis(chance.nextInt(300)));
        }
        proxy.resume();
        server.behave(server::lookUp);
        callers.nextAnswerNanos();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
      assertThat(adapter.channelsCreated()).as("seed %d", seed).isEqualTo(1);
      Await.until("one transport is left, seed " + seed, () -> server.transportsOpen() == 1);
      Await.result(adapter.end("test over"));
    }
  }

  private static void remainsOneChannel(ItemMasterAdapter adapter, Duration time) {
    Await.throughout(time, "there is one channel", () -> adapter.channelsCreated() <= 1);
  }
}
