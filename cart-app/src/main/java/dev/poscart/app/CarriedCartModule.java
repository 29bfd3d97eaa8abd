package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.adapters.envelope.CartEnvelopes;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.metrics.ServiceMetrics;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.domain.usecase.carry.CarryRules;
import dev.poscart.domain.usecase.cart.CartOpening;
import dev.poscart.domain.usecase.closing.CarriedClosing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Wires the carts that travel with terminals, if there are keys for them. */
final class CarriedCartModule extends AbstractModule {

  @Provides
  @Singleton
  CarryAudit audit(ServiceMetrics metrics) {
    return new LoggedCarryAudit(metrics::carryIncident);
  }

  @Provides
  @Singleton
  CarriedClosing closing(ServiceConfig config, TransactionLog log, CarryAudit audit) {
    return new CarriedClosing(log, audit, config.snapshots().repeated());
  }

  @Provides
  @Singleton
  Optional<CarriedCarts> carriedCarts(
      ServiceConfig config,
      CartOpening opening,
      ReferenceData reference,
      CarryAudit audit,
      Clock clock) {
    return config
        .snapshots()
        .keys()
        .map(
            keys ->
                new CarriedCarts(
                    opening,
                    new CartEnvelopes(keys, clock),
                    reference.settings(),
                    reference.promotions(),
                    audit,
                    clock,
                    new CarryRules(config.snapshots().required(), config.maxBodyBytes())));
  }

  @Provides
  @Singleton
  KeyReloadJob keyReloadJob(ServiceConfig config, LifeCycle lifeCycle) {
    KeyReloadJob job = new KeyReloadJob(config.snapshots().file());
    lifeCycle.register("key reload", Duration.ofSeconds(1), job::stop);
    return job;
  }
}
