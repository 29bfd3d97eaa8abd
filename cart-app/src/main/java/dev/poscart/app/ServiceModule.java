package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.Version;
import dev.poscart.app.metrics.ServiceMetrics;
import dev.poscart.app.tracing.Tracing;
import dev.poscart.domain.port.MasterDataLists;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.domain.usecase.cart.CartRetention;
import dev.poscart.domain.usecase.cart.CartService;
import dev.poscart.domain.usecase.cart.ExplanationService;
import dev.poscart.domain.usecase.cart.MasterDataListing;
import dev.poscart.domain.usecase.cart.ParkingService;
import dev.poscart.domain.usecase.closing.ClosingRecovery;
import dev.poscart.domain.usecase.idempotency.IdempotentRequests;
import dev.poscart.domain.usecase.reversal.ReversalService;
import dev.poscart.domain.usecase.transaction.TransactionService;
import dev.poscart.web.AccessUseCases;
import dev.poscart.web.BrowserUseCases;
import dev.poscart.web.CartWebServer;
import dev.poscart.web.EventUseCases;
import dev.poscart.web.OpsUseCases;
import dev.poscart.web.ReportUseCases;
import dev.poscart.web.WebConfig;
import dev.poscart.web.WebUseCases;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Wires the background jobs, the health checks and the web server. */
final class ServiceModule extends AbstractModule {

  private static final int MAX_THREADS = 64;

  private final ServiceConfig config;
  private final LifeCycle lifeCycle;

  ServiceModule(ServiceConfig config, LifeCycle lifeCycle) {
    this.config = config;
    this.lifeCycle = lifeCycle;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    binder().disableCircularProxies();
    bind(ServiceConfig.class).toInstance(config);
    bind(LifeCycle.class).toInstance(lifeCycle);
    install(new StoreSetModule());
    install(new ItemMasterModule());
    install(new UseCaseModule());
    install(new CarriedCartModule());
    install(new EventModule());
    install(new AccessModule());
    install(new DeskModule());
    install(new OpsModule());
  }

  @Provides
  @Singleton
  Clock clock() {
    return Clock.system(config.businessCalendar().zone());
  }

  @Provides
  @Singleton
  Tracing tracing() {
    Tracing tracing = Tracing.of(config.tracing());
    lifeCycle.register("traces", Duration.ofSeconds(5), tracing::close);
    return tracing;
  }

  @Provides
  @Singleton
  ServiceMetrics metrics() {
    ServiceMetrics metrics = new ServiceMetrics();
    lifeCycle.register(
        "metrics",
        Duration.ofSeconds(1),
        () -> {
          metrics.close();
          return CompletableFuture.completedFuture(null);
        });
    return metrics;
  }

  @Provides
  @Singleton
  Profile profile(Clock clock) {
    return Profile.read(config, clock);
  }

  @Provides
  @Singleton
  RecoveryJob recoveryJob(ClosingRecovery recovery, TenantRounds rounds) {
    RecoveryJob job = new RecoveryJob(recovery, rounds, config.recoveryInterval());
    lifeCycle.register("recovery", Duration.ofSeconds(5), job::stop);
    return job;
  }

  @Provides
  @Singleton
  RetentionJob retentionJob(
      StoreSet storeSet, ReferenceData reference, Clock clock, ServiceMetrics metrics) {
    RetentionJob job =
        new RetentionJob(
            config
                .cartsKept()
                .map(age -> new CartRetention(storeSet.carts(), reference.stores(), age, clock)),
            Duration.ofHours(1),
            metrics::cartsRemoved);
    lifeCycle.register("retention", Duration.ofSeconds(5), job::stop);
    return job;
  }

  @Provides
  @Singleton
  ItemMasterWarmUp warmUp(ItemMasterLink itemMaster) {
    return new ItemMasterWarmUp(
        itemMaster.channel().filter(channel -> config.itemMaster().warmUp()));
  }

  @Provides
  @Singleton
  ServiceHealth health(
      StoreSet storeSet,
      ItemMasterLink itemMaster,
      ItemMasterWarmUp warmUp,
      RecoveryJob recovery,
      OutboxRelay relay) {
    return new ServiceHealth(
        storeSet, itemMaster, warmUp, recovery, relay, config.peers().cartState().isPresent());
  }

  @Provides
  @Singleton
  WebUseCases useCases(
      CartService carts,
      Optional<CarriedCarts> carriedCarts,
      ParkingService parking,
      ExplanationService explanations,
      TransactionService transactions,
      ReversalService reversals,
      Optional<ReportUseCases> reports,
      IdempotentRequests idempotentRequests,
      AccessUseCases access,
      EventUseCases events,
      BrowserUseCases browsers,
      ServiceHealth health,
      ServiceMetrics metrics) {
    return new WebUseCases(
        carts,
        carriedCarts,
        parking,
        explanations,
        transactions,
        reversals,
        reports,
        idempotentRequests,
        access,
        events,
        health,
        metrics,
        metrics.requests(),
        browsers);
  }

  @Provides
  @Singleton
  BrowserUseCases browsers(Profile profile, PeerServices peers, OpsUseCases ops) {
    return new BrowserUseCases(
        FirstMinute.page(config),
        new MasterDataListing(lists(profile, peers)),
        config.server().registerOrigins(),
        ops);
  }

  /** The embedded item master sells what the profile has; else the master-data service knows. */
  private Optional<MasterDataLists> lists(Profile profile, PeerServices peers) {
    Optional<MasterDataLists> ofProfile = profile.get().map(ProfileMasterData::new);
    return config.itemMaster().isEmbedded() ? ofProfile : peers.lists().or(() -> ofProfile);
  }

  /** Created last and therefore closed first, because it depends on everything else. */
  @Provides
  @Singleton
  CartWebServer webServer(WebUseCases useCases, ServiceMetrics metrics, Tracing tracing) {
    CartWebServer server = new CartWebServer(webConfig(), useCases, tracing.requests());
    metrics.showLoad(server::load);
    metrics.showVersion(Version.NUMBER);
    lifeCycle.register(
        "web server",
        config.drainTimeout().plusSeconds(5),
        () -> CompletableFuture.runAsync(server::close));
    return server;
  }

  private WebConfig webConfig() {
    return new WebConfig(
        Optional.of(config.host()),
        config.port(),
        config.maxBodyBytes(),
        config.requestTimeout(),
        config.drainTimeout(),
        config.server().idleTimeout(),
        MAX_THREADS,
        corsOrigins(),
        Version.NUMBER,
        config.server().load(),
        config.server().loginFailures(),
        config.server().tls());
  }

  /** The registers of the other services call this one. */
  private Set<String> corsOrigins() {
    Set<String> origins = new HashSet<>(config.corsOrigins());
    origins.addAll(config.server().registerOrigins());
    return origins;
  }
}
