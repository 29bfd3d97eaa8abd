package dev.poscart.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** How results are requested from the driver. */
class DriverCallsTest {

  @Test
  void allElements_areFetchedInBoundedParts() {
    Queue<Long> asked = new ConcurrentLinkedQueue<>();
    DriverCalls calls = new DriverCalls(Runnable::run, Duration.ofSeconds(30));

    List<Integer> all =
        Await.result(
            calls.all(
                "count", (Integer i) -> i, () -> Flux.range(1, 2500).doOnRequest(asked::add)));

    assertThat(all).hasSize(2500).startsWith(1, 2, 3).endsWith(2499, 2500);
    assertThat(asked).isNotEmpty().allMatch(many -> many <= 1000);
  }
}
