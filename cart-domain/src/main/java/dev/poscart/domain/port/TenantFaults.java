package dev.poscart.domain.port;

import java.util.Map;

/**
 * Tenants whose part of a database cannot be used although the database answers.
 *
 * @param causes a sentence with the cause and the remedy, by tenant id
 * @param anyUsable whether another tenant's part has proved to be usable
 */
public record TenantFaults(Map<String, String> causes, boolean anyUsable) {

  /** No faults are known. */
  public static final TenantFaults NONE = new TenantFaults(Map.of(), true);

  public TenantFaults {
    causes = Map.copyOf(causes);
  }

  /** Whether all tenants that were tried have failed. */
  public boolean isTotal() {
    return !causes.isEmpty() && !anyUsable;
  }
}
