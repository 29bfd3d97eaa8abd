package dev.poscart.adapters.grpc;

import static dev.poscart.adapters.grpc.Samples.ONIGIRI;
import static dev.poscart.adapters.grpc.Samples.TERMINAL;

import dev.poscart.adapters.grpc.balancer.LivenessPolicy;
import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.model.Item;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with one item behind a proxy, and an adapter that reaches it through the proxy. */
abstract class BehindFaultProxy {

  ItemMasterServer server;
  FaultProxy proxy;
  ItemMasterAdapter adapter;
  LogLines log;

  @BeforeEach
  final void openProxy() {
    server = ItemMasterServer.started();
    server.put(Samples.onigiri().build());
    proxy = new FaultProxy(server::port);
    log = LogLines.of("dev.poscart.adapters.grpc");
    adapter = open(Duration.ofSeconds(1), Samples.PATIENT);
  }

  @AfterEach
  final void closeProxy() throws Exception {
    Await.result(adapter.end("test over"));
    log.close();
    proxy.close();
    server.close();
  }

  /** Replaces the adapter before the first look-up. */
  final void reopen(Duration deadline, LivenessPolicy liveness) throws Exception {
    Await.result(adapter.end("replaced"));
    adapter = open(deadline, liveness);
  }

  private ItemMasterAdapter open(Duration deadline, LivenessPolicy liveness) {
    return ItemMasterAdapter.open(
        Samples.bare(proxy.target())
            .withDeadline(deadline)
            .withTuning(Samples.tuning(Duration.ofMillis(200), liveness)),
        ItemMasterObserver.NONE);
  }

  final CompletionStage<Map<String, Item>> ask() {
    return adapter.port().findItems(TERMINAL, Set.of(ONIGIRI));
  }

  final boolean answers() {
    return Await.result(
        ask().handle((items, failure) -> failure == null && items.containsKey(ONIGIRI)));
  }

  /** Refuses connections. */
  final void down() {
    proxy.set(FaultProxy.Mode.HANG_UP);
    proxy.cut();
  }
}
