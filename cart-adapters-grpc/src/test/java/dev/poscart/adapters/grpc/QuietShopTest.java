package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.grpc.lookup.BreakerConfig;
import dev.poscart.adapters.grpc.lookup.LookupConfig;
import dev.poscart.adapters.grpc.lookup.LookupObserver.Breaker;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import io.grpc.Status;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One till looks up items occasionally, with the default circuit breaker and without a cache. */
@Slow
class QuietShopTest {

  private static final Duration DEADLINE =
      LongRun.pick(Duration.ofSeconds(5), Duration.ofSeconds(1));

  private ItemMasterServer server;
  private FaultProxy proxy;
  private ItemMasterAdapter adapter;

  @BeforeEach
  void open() throws Exception {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    proxy = new FaultProxy(server::port);
    open(DEADLINE);
  }

  private void open(Duration deadline) throws Exception {
    adapter =
        ItemMasterAdapter.open(
            ItemMasterConfig.defaults(proxy.target())
                .withDeadline(deadline)
                .withLookup(LookupConfig.bare().withBreaker(BreakerConfig.defaults())),
            ItemMasterObserver.NONE);
    for (int i = 0; i < 25; i++) {
      assertThat(Await.result(ask(ONIGIRI))).containsOnlyKeys(ONIGIRI);
    }
  }

  private void reopen(Duration deadline) throws Exception {
    Await.result(adapter.end("replaced"));
    open(deadline);
  }

  @AfterEach
  void close() throws Exception {
    Await.result(adapter.end("test over"));
    proxy.close();
    server.close();
  }

  private CompletionStage<Map<String, Item>> ask(String itemCode) {
    return adapter.port().findItems(TERMINAL, Set.of(itemCode));
  }

  private void firstLookUp_timesOut_andTheNextIsRefusedAtOnce() throws Exception {
    assertThat(Await.portFailure(ask(ONIGIRI)).category()).isEqualTo(Category.TIMEOUT);
    var next = ask(ONIGIRI);
    assertThat(next).isCompletedExceptionally();
    PortException refusal = Await.portFailure(next);
    assertThat(refusal.category()).isEqualTo(Category.UNAVAILABLE);
    assertThat(refusal.retryAfter()).isPresent();
  }

  private boolean answers() {
    return Await.result(
        ask(ONIGIRI).handle((items, failure) -> failure == null && items.containsKey(ONIGIRI)));
  }

  @Test
  void silentMaster_costsOneDeadline_andTheNextLookUpIsRefusedAtOnce() throws Exception {
    server.behave((request, caller) -> {});
    firstLookUp_timesOut_andTheNextIsRefusedAtOnce();
    server.behave(server::lookUp);
    Await.until("it is asked again", this::answers);
  }

  @Test
  void networkDroppingAllPackets_costsOneDeadline_andTheNextLookUpIsRefusedAtOnce()
      throws Exception {
    proxy.swallow();
    firstLookUp_timesOut_andTheNextIsRefusedAtOnce();
    proxy.set(FaultProxy.Mode.FORWARD);
    Await.until("the master is found again", this::answers);
    assertThat(adapter.channelsCreated()).isEqualTo(1);
  }

  @Test
  void lookUpDelayedByConnecting_thatThenTimesOut_doesNotOpenTheBreaker() throws Exception {
    Duration deadline = Duration.ofSeconds(4);
    reopen(deadline);
    server.behave((request, caller) -> {});
    proxy.set(FaultProxy.Mode.HANG_UP);
    proxy.cut();
    var lookUp = ask(ONIGIRI).toCompletableFuture();
    Await.throughout(
        deadline.multipliedBy(6).dividedBy(10),
        "the look-up waits for the connection",
        () -> !lookUp.isDone());
    int before = server.calls();
    proxy.set(FaultProxy.Mode.FORWARD);
    Await.until("the call goes out", () -> server.calls() > before);
    assertThat(Await.portFailure(lookUp).category()).isEqualTo(Category.TIMEOUT);
    assertThat(adapter.breaker()).isEqualTo(Breaker.CLOSED);
  }

  @Test
  void oneItemThatAlwaysFails_doesNotAffectOthers() throws Exception {
    server.behave(
        (request, caller) -> {
          if (request.getItemCode().equals(ONIGIRI)) {
            server.lookUp(request, caller);
          } else {
            caller.onError(Status.INTERNAL.asRuntimeException());
          }
        });
    for (int i = 0; i < 50; i++) {
      PortException failure = Await.portFailure(ask("4900000000099"));
      assertThat(failure.category()).isEqualTo(Category.FAILED);
      assertThat(failure.retryAfter()).isEmpty();
    }
    assertThat(adapter.breaker()).isEqualTo(Breaker.CLOSED);
    assertThat(Await.result(ask(ONIGIRI))).containsOnlyKeys(ONIGIRI);
  }
}
