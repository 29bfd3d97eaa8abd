package dev.poscart.domain.port;

import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CartId;
import java.time.Instant;
import java.util.Optional;

/**
 * Selects incidents of a tenant.
 *
 * @param now incidents that have expired by then are left out
 * @param limit maximum number, at least 1
 */
public record IncidentQuery(
    String tenantId,
    Optional<CartId> cart,
    Optional<CarryIncident.Kind> kind,
    Instant now,
    int limit) {

  public IncidentQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: >= 1)");
    }
  }
}
