package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An item master whose process is stopped by a real signal and resumed. */
@Slow
class StoppedServerTest {

  private static final Duration DEADLINE = Duration.ofSeconds(1);

  @Test
  void resumedProcess_answersAgain_onTheSameChannel() throws Exception {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Unix has these signals");
    try (ItemMasterProcess master = new ItemMasterProcess()) {
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(
              Samples.bare(master.target())
                  .withDeadline(DEADLINE)
                  .withTuning(Samples.tuning(Duration.ofMillis(200), LivenessPolicy.defaults())),
              ItemMasterObserver.NONE);
      Await.until("the first answer", () -> answers(adapter));
      int rounds = LongRun.WANTED ? 3 : 1;
      for (int round = 0; round < rounds; round++) {
        stopAndResume(master, adapter);
      }
      Await.until(
          "one transport is left, not " + master.transportsOpen(),
          () -> answers(adapter) && master.transportsOpen() == 1);
      LongRun.report("transports in all, stopped " + rounds + " times", master.transportsOpened());
      assertThat(adapter.channelsCreated()).isEqualTo(1);
      Await.result(adapter.end("test over"));
      Await.until("none is left", () -> master.transportsOpen() == 0);
    }
  }

  private static void stopAndResume(ItemMasterProcess master, ItemMasterAdapter adapter)
      throws Exception {
    master.stop();
    // The signal takes effect with a delay.
    Await.until("a look-up fails", () -> !answers(adapter));
    try (Callers callers = new Callers(adapter, 3)) {
      Await.until("tills fail", () -> callers.failed() >= 3);
      int answered = callers.answered();
      Await.throughout(
          LongRun.pick(Duration.ofSeconds(12), Duration.ofSeconds(1)),
          "nothing answers",
          () -> callers.answered() == answered);
      master.resume();
      long resumed = System.nanoTime();
      LongRun.report(
          "first answer after a process stopped by SIGSTOP runs again, ms",
          (callers.nextAnswerNanos() - resumed) / 1_000_000);
    }
  }

  private static boolean answers(ItemMasterAdapter adapter) {
    return Await.result(
        adapter
            .port()
            .findItems(TERMINAL, Set.of(ONIGIRI))
            .handle((items, failure) -> failure == null && items.containsKey(ONIGIRI)));
  }
}
