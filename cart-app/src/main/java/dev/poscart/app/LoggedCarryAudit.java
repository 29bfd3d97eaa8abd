package dev.poscart.app;

import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.port.CarryAudit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs incidents with carried carts, and counts them. */
final class LoggedCarryAudit implements CarryAudit {

  private static final Logger LOG = LoggerFactory.getLogger("dev.poscart.audit");

  private final Consumer<CarryIncident.Kind> counter;

  LoggedCarryAudit(Consumer<CarryIncident.Kind> counter) {
    this.counter = counter;
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
    return CompletableFuture.completedFuture(null);
  }
}
