package dev.poscart.domain.port;

import dev.poscart.domain.model.LoggedIncident;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The stored incidents with carried carts, for a limited time and up to a number per tenant. */
public interface IncidentLog {

  /** The number of incidents per tenant beyond which the oldest are deleted. */
  int MAX_PER_TENANT = 10_000;

  /**
   * Stores an incident.
   *
   * @param expiresAt when it may be deleted
   */
  CompletionStage<Void> append(LoggedIncident incident, Instant expiresAt);

  /** Finds incidents, latest first. */
  CompletionStage<List<LoggedIncident>> query(IncidentQuery query);
}
