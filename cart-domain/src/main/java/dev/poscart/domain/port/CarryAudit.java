package dev.poscart.domain.port;

import dev.poscart.domain.model.CarryIncident;
import java.util.concurrent.CompletionStage;

/** Keeps a record of what was refused or odd about carried carts. */
public interface CarryAudit {

  /** Records an incident. */
  CompletionStage<Void> record(CarryIncident incident);

  /**
   * Records an incident for a request that goes on whether that succeeds or not.
   *
   * @return whether it is recorded; never fails
   */
  default CompletionStage<Boolean> note(CarryIncident incident) {
    return Stages.attempt(() -> record(incident)).handle((done, failure) -> failure == null);
  }
}
