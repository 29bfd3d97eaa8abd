package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Faults in an order that nobody thought of; {@code -Dposcart.seed} repeats one. */
class RandomFaultTest {

  private final long seed =
      Optional.ofNullable(System.getProperty("poscart.seed"))
          .map(Long::parseLong)
          .orElseGet(System::nanoTime);

  @Test
  void anyOrderOfFaults_endsInAnswersOnOneChannel() throws Exception {
    Random chance = new Random(seed);
    try (ItemMasterServer server = ItemMasterServer.started();
        Gate gate = new Gate(server::port)) {
      server.put(Samples.onigiri().build());
      ItemMasterAdapter adapter =
          ItemMasterAdapter.open(
              Samples.bare(gate.target()).withDeadline(Duration.ofMillis(500)),
              ItemMasterObserver.NONE);
      try (Callers callers = new Callers(adapter, 4)) {
        int faults = LongRun.WANTED ? 200 : 12;
        for (int fault = 0; fault < faults; fault++) {
          strike(chance.nextInt(7), server, gate);
          TimeUnit.MILLISECONDS.sleep(chance.nextInt(300));
        }
        gate.resume();
        server.behave(server::lookUp);
        callers.nextAnswerNanos();
      } catch (AssertionError e) {
        throw new AssertionError("seed " + seed, e);
      }
      assertThat(adapter.channelsCreated()).as("seed %d", seed).isEqualTo(1);
      Await.until("one transport is left, seed " + seed, () -> server.transportsOpen() == 1);
      Await.valueOf(adapter.end("test over"));
    }
  }

  private static void strike(int fault, ItemMasterServer server, Gate gate) throws Exception {
    switch (fault) {
      case 0 -> gate.cut();
      case 1 -> gate.set(Gate.Mode.HANG_UP);
      case 2 -> gate.stop();
      case 3 -> gate.resume();
      case 4 -> {
        server.kill();
        server.start();
      }
      case 5 ->
          server.behave(
              (request, caller) -> caller.onError(Status.RESOURCE_EXHAUSTED.asRuntimeException()));
      default -> server.behave(server::lookUp);
    }
  }
}
