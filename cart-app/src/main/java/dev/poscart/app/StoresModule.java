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

/** Which store stands behind each port. */
final class StoresModule extends AbstractModule {

  @Provides
  @Singleton
  Stores stores(ServiceConfig config, LifeCycle lifeCycle, Clock clock) {
    return new PeerServices(config, clock).before(Stores.open(config, lifeCycle, clock));
  }

  @Provides
  CartStore carts(Stores stores) {
    return stores.carts();
  }

  @Provides
  IdempotencyStore idempotency(Stores stores) {
    return stores.idempotency();
  }

  @Provides
  TransactionLog transactions(Stores stores, OutboxRelay relay) {
    return new RelayNotifyingLog(stores.transactions(), relay::wake);
  }

  @Provides
  TerminalDirectory terminals(Stores stores) {
    return stores.terminals();
  }

  @Provides
  StoreDirectory storeDirectory(Stores stores) {
    return stores.stores();
  }

  @Provides
  PaymentMethods paymentMethods(Stores stores) {
    return stores.paymentMethods();
  }

  @Provides
  Taxes taxes(Stores stores) {
    return stores.taxes();
  }

  @Provides
  @Singleton
  Settings settings(ServiceConfig config, Stores stores) {
    return new SettingsCheck(new StandardSettings(stores.settings(), config.standardSettings()));
  }

  @Provides
  Promotions promotions(Stores stores) {
    return stores.promotions();
  }
}
