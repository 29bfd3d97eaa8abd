package dev.poscart.domain.port;

import dev.poscart.domain.model.CarryIncident;
import java.util.concurrent.CompletionStage;

/** Keeps a record of what was refused or odd about carried carts. */
public interface CarryAudit {

  /** Records an incident; the request goes on whether that succeeds or not. */
  CompletionStage<Void> record(CarryIncident incident);
}
