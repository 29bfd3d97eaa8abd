package dev.poscart.app;

import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.LoggedIncident;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.IncidentLog;
import dev.poscart.domain.port.Stages;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs incidents with carried carts, counts them, and stores them. No request waits until one is
 * stored; while many are being stored, further ones are only logged and counted.
 */
final class StoredCarryAudit implements CarryAudit {

  private static final Logger LOG = LoggerFactory.getLogger("dev.poscart.audit");

  private static final int MAX_BEING_STORED = 64;

  private final Consumer<CarryIncident.Kind> counter;
  private final IncidentLog incidents;
  private final Clock clock;
  private final Duration kept;
  private final Semaphore free = new Semaphore(MAX_BEING_STORED);

  /**
   * @param kept how long an incident is stored
   */
  StoredCarryAudit(
      Consumer<CarryIncident.Kind> counter, IncidentLog incidents, Clock clock, Duration kept) {
    this.counter = counter;
    this.incidents = incidents;
    this.clock = clock;
    this.kept = kept;
  }

  @Override
  public CompletionStage<Void> record(CarryIncident incident) {
    counter.accept(incident.kind());
    LOG.warn(
        "carried cart {} at terminal {}: {}: {}",
        incident.cart(),
        incident.terminal().terminalId(),
        incident.kind(),
        incident.reason());
    if (free.tryAcquire()) {
      store(new LoggedIncident(incident, clock.instant()));
    }
    return CompletableFuture.completedFuture(null);
  }

  private void store(LoggedIncident logged) {
    var unused =
        Stages.attempt(() -> incidents.append(logged, logged.at().plus(kept)))
            .whenComplete(
                (stored, failure) -> {
                  free.release();
                  if (failure != null) {
                    LOG.warn("cannot store the incident: {}", Stages.cause(failure).getMessage());
                  }
                });
  }
}
