package dev.poscart.benchmarks.lookup;

import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.ItemMasterConfig;
import dev.poscart.adapters.grpc.ItemMasterObserver;
import dev.poscart.adapters.grpc.lookup.BreakerConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.adapters.grpc.lookup.LookupObserver;
import java.time.Duration;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The cost of a look-up while the item master is down and the circuit breaker is open. */
@State(Scope.Benchmark)
public class RefusalBenchmark {

  /** No server listens there. */
  private static final String NOWHERE = "127.0.0.1:1";

  private static final BreakerConfig OPENS_AT_ONCE =
      new BreakerConfig(true, 1, 1, 50, Duration.ofSeconds(2), Duration.ofHours(1), 1);

  private final ItemMasterAdapter adapter =
      ItemMasterAdapter.open(
          ItemMasterConfig.defaults(NOWHERE)
              .withDeadline(Duration.ofMillis(200))
              .withLookup(LookupConfig.bare().withBreaker(OPENS_AT_ONCE)),
          ItemMasterObserver.NONE);

  /** Opens the breaker with one failing look-up. */
  public RefusalBenchmark() {
    failure();
    if (adapter.breaker() != LookupObserver.Breaker.OPEN) {
      throw new IllegalStateException("the breaker is not open: " + adapter.breaker());
    }
  }

  /** The refusal as seen by the till. */
  @Benchmark
  public Throwable breakerOpen() {
    return failure();
  }

  private Throwable failure() {
    return adapter
        .port()
        .findItems(Samples.TERMINAL, Set.of(Samples.anyCode()))
        .toCompletableFuture()
        .<Throwable>handle(
            (items, failure) -> failure == null ? new IllegalStateException("found") : failure)
        .join();
  }

  /** Closes the channel. */
  @TearDown
  public void close() {
    adapter.end("measured").toCompletableFuture().join();
  }
}
