package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.PaymentMethods;
import dev.poscart.domain.port.Promotions;
import dev.poscart.domain.port.Settings;
import dev.poscart.domain.port.StoreDirectory;
import dev.poscart.domain.port.Taxes;
import dev.poscart.domain.port.TerminalDirectory;
import dev.poscart.domain.port.TransactionLog;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Binds each storage port to its implementation. */
final class StoreSetModule extends AbstractModule {

  @Provides
  @Singleton
  StoreSet storeSet(ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    return new PeerServices(config, clock).before(StoreSet.open(config, lifeCycle, clock));
  }

  @Provides
  CartStore carts(StoreSet storeSet) {
    return storeSet.carts();
  }

  @Provides
  IdempotencyStore idempotency(StoreSet storeSet) {
    return storeSet.idempotency();
  }

  @Provides
  TransactionLog transactions(StoreSet storeSet, OutboxRelay relay) {
    return new RelayNotifyingLog(storeSet.transactions(), relay::wake);
  }

  @Provides
  TerminalDirectory terminals(StoreSet storeSet) {
    return storeSet.terminals();
  }

  @Provides
  StoreDirectory storeDirectory(StoreSet storeSet) {
    return storeSet.storeDirectory();
  }

  @Provides
  PaymentMethods paymentMethods(StoreSet storeSet) {
    return storeSet.paymentMethods();
  }

  @Provides
  Taxes taxes(StoreSet storeSet) {
    return storeSet.taxes();
  }

  @Provides
  @Singleton
  Settings settings(ServiceConfig config, StoreSet storeSet) {
    return new SettingsCheck(new DefaultSettings(storeSet.settings(), config.defaultSettings()));
  }

  @Provides
  Promotions promotions(StoreSet storeSet) {
    return storeSet.promotions();
  }
}
