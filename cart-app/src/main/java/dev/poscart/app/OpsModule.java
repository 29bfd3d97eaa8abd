package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Version;
import dev.poscart.app.metrics.ServiceMetrics;
import dev.poscart.app.ops.OpsWatch;
import dev.poscart.app.ops.RecentWarnings;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.web.OpsUseCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Wires what the person on duty is shown. */
final class OpsModule extends AbstractModule {

  @Provides
  @Singleton
  RecentWarnings warnings(LifeCycle lifeCycle) {
    RecentWarnings warnings = RecentWarnings.listen();
    lifeCycle.register(
        "warnings",
        Duration.ofSeconds(1),
        () -> {
          warnings.close();
          return CompletableFuture.completedFuture(null);
        });
    return warnings;
  }

  @Provides
  @Singleton
  CartTally tally(StoreSet storeSet, ReferenceData reference, ServiceMetrics metrics, Clock clock) {
    CartTally tally = new CartTally(storeSet.carts(), reference.stores(), clock);
    metrics.showCarts(tally::latest);
    return tally;
  }

  @Provides
  @Singleton
  OpsWatch watch(
      StoreSet storeSet,
      ServiceHealth health,
      ServiceMetrics metrics,
      CartTally tally,
      RecentWarnings warnings,
      Clock clock) {
    return new OpsWatch(
        Version.NUMBER, storeSet.database(), health, metrics, tally::latest, warnings, clock);
  }

  @Provides
  @Singleton
  OpsJob job(OpsWatch watch, CartTally tally, LifeCycle lifeCycle) {
    OpsJob job = new OpsJob(watch, tally);
    lifeCycle.register("ops", Duration.ofSeconds(5), job::stop);
    return job;
  }

  /** With the demo store, every caller is on duty, unless there is a key. */
  @Provides
  @Singleton
  OpsUseCases useCases(ServiceConfig config, OpsWatch watch) {
    Optional<String> key = config.access().opsKey();
    return new OpsUseCases(watch, key, config.demo() && key.isEmpty());
  }
}
