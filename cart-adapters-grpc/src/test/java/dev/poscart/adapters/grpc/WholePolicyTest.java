package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TEA;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.lookup.BreakerConfig;
import dev.poscart.adapters.grpc.lookup.CacheConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.model.Item;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All decorators over a real channel to a real server, which fails and recovers. */
class WholePolicyTest {

  private final AtomicInteger stale = new AtomicInteger();
  private final ItemMasterObserver observer =
      new ItemMasterObserver() {
        @Override
        public void staleServed(int items) {
          stale.addAndGet(items);
        }
      };
  private ItemMasterServer server;
  private ItemMasterAdapter adapter;
  private LogLines log;

  @BeforeEach
  void open() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    server.put(Samples.tea().build());
    log = LogLines.of("dev.poscart.adapters.grpc");
    // The cache expires at once, so that each look-up is sent; the breaker opens after a few
    // failures.
    LookupConfig lookup =
        LookupConfig.defaults()
            .withCache(CacheConfig.defaults().withFreshFor(Duration.ofMillis(2)))
            .withBreaker(
                new BreakerConfig(true, 4, 4, 50, Duration.ofHours(1), Duration.ofSeconds(15), 2));
    adapter =
        ItemMasterAdapter.open(
            ItemMasterConfig.defaults(server.target())
                .withDeadline(Duration.ofSeconds(2))
                .withLookup(lookup),
            observer);
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    log.close();
    server.close();
  }

  private CompletionStage<Map<String, Item>> find(String... itemCodes) {
    return adapter.port().findItems(TERMINAL, Set.of(itemCodes));
  }

  private boolean refusedByBreaker() {
    return Await.portFailure(find("4900000000099")).retryAfter().isPresent();
  }

  private boolean sellsVerified() {
    return Await.result(
        find(ONIGIRI)
            .handle(
                (items, failure) ->
                    failure == null && items.values().stream().allMatch(Item::verified)));
  }

  @Test
  void whileTheMasterIsDown_knownItemsSellUnverified_andUnknownOnesAreRefusedAtOnce()
      throws Exception {
    assertThat(sellsVerified()).isTrue();
    server.kill();
    Await.until("the breaker refuses, saying how long", this::refusedByBreaker);
    assertThat(adapter.breaker()).isEqualTo(Breaker.OPEN);
    int before = stale.get();
    Map<String, Item> known = Await.result(find(ONIGIRI));
    assertThat(known.values()).extracting(Item::verified).containsExactly(false);
    assertThat(stale).hasValue(before + 1);
    assertThat(find(TEA)).isCompletedExceptionally();
    server.start();
    Await.until("items are verified again", this::sellsVerified);
    Await.until(
        "the breaker lets all through",
        () -> sellsVerified() && adapter.breaker() == Breaker.CLOSED);
    assertThat(server.transportsOpened()).isEqualTo(2);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void log_hasOneLineForCreationLossRecoveryAndClosing_andNonePerLookUp() throws Exception {
    List<CompletionStage<?>> lookUps = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      lookUps.add(find("good" + i));
    }
    settle(lookUps);
    server.kill();
    Await.until("the breaker refuses", this::refusedByBreaker);
    for (int i = 0; i < 200; i++) {
      lookUps.add(find("bad" + i));
    }
    Await.until(
        "the channel has failed",
        () -> adapter.state().equals(Optional.of(ChannelState.TRANSIENT_FAILURE)));
    settle(lookUps);
    server.start();
    Await.until("items are verified again", this::sellsVerified);
    Await.result(adapter.end("the service stops"));
    assertThat(log.all())
        .containsExactly(
            "INFO item master channel created: target " + server.target(),
            "WARN item master lost: target " + server.target(),
            "INFO item master back: target " + server.target(),
            "INFO item master channel closed: target "
                + server.target()
                + ", reason: the service stops, drained");
  }

  private static void settle(List<CompletionStage<?>> lookUps) {
    Await.until(
        "all look-ups have ended",
        () -> lookUps.stream().allMatch(lookUp -> lookUp.toCompletableFuture().isDone()));
    lookUps.clear();
  }
}
