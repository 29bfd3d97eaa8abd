package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.adapters.grpc.ItemMasterAdapter;
import dev.poscart.adapters.grpc.lookup.LookupPolicy;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.itemmaster.EmbeddedItemMaster;
import dev.poscart.app.metrics.ItemMasterStates;
import dev.poscart.app.metrics.ServiceMetrics;
import dev.poscart.app.profile.Catalogue;
import dev.poscart.app.tracing.Tracing;
import dev.poscart.domain.port.ItemMasterPort;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;

/** Wires the channel to the item master, and the embedded item master if none is configured. */
final class ItemMasterModule extends AbstractModule {

  @Provides
  @Singleton
  ItemMasterLink link(
      ServiceConfig config,
      Profile profile,
      PeerServices peerServices,
      LifeCycle lifeCycle,
      ServiceMetrics metrics,
      Tracing tracing) {
    ItemMasterLink link =
        config.itemMaster().usesGrpc()
            ? ItemMasterLink.over(adapter(config, profile, lifeCycle, metrics, tracing))
            : overRest(config, peerServices.items().orElseThrow(), lifeCycle, metrics);
    metrics.show(
        new ItemMasterStates(
            () -> link.channel().flatMap(ItemMasterAdapter::state), link.breaker()));
    return link;
  }

  /** The look-up policy is the same as over gRPC. */
  private static ItemMasterLink overRest(
      ServiceConfig config, ItemMasterPort items, LifeCycle lifeCycle, ServiceMetrics metrics) {
    ScheduledExecutorService timer = LookupPolicy.timer();
    lifeCycle.register(
        "item master timer",
        Duration.ofSeconds(1),
        () -> {
          timer.shutdownNow();
          return CompletableFuture.completedFuture(null);
        });
    LookupPolicy policy =
        LookupPolicy.over(
            items, config.itemMaster().lookup(), metrics.itemMaster(), () -> {}, timer);
    return new ItemMasterLink(policy.port(), policy::clear, policy::breaker, Optional.empty());
  }

  private static ItemMasterAdapter adapter(
      ServiceConfig config,
      Profile profile,
      LifeCycle lifeCycle,
      ServiceMetrics metrics,
      Tracing tracing) {
    String target = config.itemMaster().target().orElseGet(() -> embedded(profile, lifeCycle));
    ItemMasterAdapter adapter =
        ItemMasterAdapter.open(
            config.itemMaster().configFor(target), metrics.itemMaster(), tracing::headers);
    lifeCycle.register(
        "item master channel", Duration.ofSeconds(8), () -> adapter.end("the service stops"));
    return adapter;
  }

  @Provides
  ItemMasterPort port(ItemMasterLink link, Tracing tracing) {
    return tracing.port(ItemMasterPort.class, link.port(), "item master");
  }

  private static String embedded(Profile profile, LifeCycle lifeCycle) {
    Catalogue catalogue = profile.get().map(p -> p.catalogue()).orElse(Catalogue.EMPTY);
    try {
      EmbeddedItemMaster server = EmbeddedItemMaster.start(catalogue);
      lifeCycle.register(
          "embedded item master",
          Duration.ofSeconds(2),
          () -> {
            server.close();
            return CompletableFuture.completedFuture(null);
          });
      return server.target();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the embedded item master", e);
    }
  }
}
