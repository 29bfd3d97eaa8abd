package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.tracing.Tracing;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TransactionLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Opens the database and puts caches, checks and peer services in front of its ports. */
final class StoreSetModule extends AbstractModule {

  private static final Duration CLOSING_BOUND = Duration.ofSeconds(15);

  @Provides
  @Singleton
  StoreSet storeSet(ServiceConfig config, LifeCycle lifeCycle, Clock clock, Tracing tracing) {
    StoreSet storeSet = Databases.open(config.data(), clock);
    lifeCycle.register(storeSet.database(), CLOSING_BOUND, storeSet::close);
    return tracing.port(StoreSet.class, storeSet, storeSet.database());
  }

  @Provides
  TransactionLog transactions(StoreSet storeSet, OutboxRelay relay) {
    return new RelayNotifyingLog(storeSet.transactions(), relay::wake);
  }

  @Provides
  @Singleton
  PeerServices peerServices(ServiceConfig config, Clock clock, Tracing tracing) {
    return new PeerServices(config, clock, tracing);
  }

  /** Configured peer services take precedence over the database. */
  @Provides
  @Singleton
  MasterDataCaches masterDataCaches(
      ServiceConfig config, PeerServices peerServices, StoreSet storeSet) {
    return new MasterDataCaches(peerServices.before(storeSet), config.referenceCacheTtl());
  }

  @Provides
  @Singleton
  ReferenceData reference(ServiceConfig config, MasterDataCaches caches, Tracing tracing) {
    ReferenceData cached = caches.cached();
    return tracing.reference(
        cached.withMasterData(
            cached.paymentMethods(),
            new SettingsCheck(new DefaultSettings(cached.settings(), config.defaultSettings())),
            cached.promotions()));
  }
}
