package dev.poscart.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.poscart.adapters.envelope.CartEnvelopes;
import dev.poscart.app.config.ServiceConfig;
import dev.poscart.app.config.SnapshotConfig;
import dev.poscart.app.metrics.ServiceMetrics;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.ReferenceData;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.StoreSet;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.domain.usecase.carry.CarryRules;
import dev.poscart.domain.usecase.carry.TotalsCheck;
import dev.poscart.domain.usecase.cart.CartOpening;
import dev.poscart.domain.usecase.change.RevisionCheck;
import dev.poscart.domain.usecase.closing.CarriedClosing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Wires the carts that travel with terminals, if there are keys for them. */
final class CarriedCartModule extends AbstractModule {

  /** How long a change waits for the database's opinion; a healthy one has it in a few. */
  private static final Duration REVISION_BOUND = Duration.ofMillis(250);

  @Provides
  @Singleton
  CarryAudit audit(ServiceConfig config, ServiceMetrics metrics, StoreSet storeSet, Clock clock) {
    return new StoredCarryAudit(
        metrics::carryIncident, storeSet.incidents(), clock, config.snapshots().auditKept());
  }

  @Provides
  @Singleton
  CarriedClosing closing(
      ServiceConfig config,
      TransactionLog log,
      CarryAudit audit,
      StoreSet storeSet,
      SessionGuard guard,
      Clock clock) {
    RevisionCheck check =
        new RevisionCheck(storeSet.revisions(), audit, clock, config.snapshots().check());
    return new CarriedClosing(log, audit, check, config.snapshots().repeated(), guard);
  }

  @Provides
  @Singleton
  Optional<CarriedCarts> carriedCarts(
      ServiceConfig config,
      CartOpening opening,
      ReferenceData reference,
      CarryAudit audit,
      StoreSet storeSet,
      ServiceMetrics metrics,
      Calculation calculation,
      Clock clock) {
    SnapshotConfig snapshots = config.snapshots();
    RevisionCheck check = boundedCheck(snapshots, audit, storeSet, clock);
    return snapshots
        .keys()
        .map(
            keys ->
                new CarriedCarts(
                    opening,
                    new CartEnvelopes(keys, snapshots.maxAge(), clock, metrics::carriedSnapshot),
                    reference.settings(),
                    reference.promotions(),
                    audit,
                    check,
                    clock,
                    new CarryRules(snapshots.required(), config.maxBodyBytes()),
                    new TotalsCheck(calculation)));
  }

  private static RevisionCheck boundedCheck(
      SnapshotConfig snapshots, CarryAudit audit, StoreSet storeSet, Clock clock) {
    return new RevisionCheck(
        new BoundedRevisions(storeSet.revisions(), REVISION_BOUND),
        audit,
        clock,
        snapshots.check());
  }

  @Provides
  @Singleton
  KeyReloadJob keyReloadJob(ServiceConfig config, LifeCycle lifeCycle) {
    KeyReloadJob job = new KeyReloadJob(config.snapshots().file());
    lifeCycle.register("key reload", Duration.ofSeconds(1), job::stop);
    return job;
  }
}
