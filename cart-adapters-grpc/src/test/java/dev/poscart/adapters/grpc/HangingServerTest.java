package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.lookup.BreakerConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Item;
import dev.poscart.proto.ItemDetailRequest;
import dev.poscart.proto.ItemDetailResponse;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that accepts calls and never answers, with a deadline far above the slow-call threshold.
 */
class HangingServerTest {

  private static final int CALLERS = 4;
  private static final BreakerConfig SOON_SLOW =
      new BreakerConfig(true, CALLERS, CALLERS, 50, Duration.ofMillis(300), Duration.ofHours(1), 1);

  private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();
  private ItemMasterServer server;
  private ItemMasterAdapter adapter;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    adapter =
        ItemMasterAdapter.open(
            Samples.bare(server.target(), Duration.ofMillis(200))
                .withDeadline(Duration.ofMinutes(5))
                .withLookup(LookupConfig.bare().withBreaker(SOON_SLOW)),
            ItemMasterObserver.NONE);
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    server.close();
  }

  private CompletableFuture<Map<String, Item>> ask() {
    return adapter.port().findItems(TERMINAL, Set.of(ONIGIRI)).toCompletableFuture();
  }

  private void keepWaiting(ItemDetailRequest request, StreamObserver<ItemDetailResponse> caller) {
    answers.add(() -> server.lookUp(request, caller));
  }

  @Test
  void hangingServer_isDetectedLongBeforeAnyDeadline() throws Exception {
    // A connection established later would cause another attempt.
    Await.result(adapter.prime());
    server.behave(this::keepWaiting);
    var waiting = IntStream.range(0, CALLERS).mapToObj(caller -> ask()).toList();
    Await.until("the breaker is open", () -> adapter.breaker() == Breaker.OPEN);
    assertThat(ask()).isCompletedExceptionally();
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    Await.until("all questions have come", () -> answers.size() == CALLERS);
    answers.forEach(Runnable::run);
    for (var late : waiting) {
      assertThat(Await.result(late)).containsOnlyKeys(ONIGIRI);
    }
    assertThat(adapter.breaker()).isEqualTo(Breaker.OPEN);
  }
}
