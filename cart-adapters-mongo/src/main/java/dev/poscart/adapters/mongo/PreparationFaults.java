package dev.poscart.adapters.mongo;

import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TenantFaults;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tenants whose databases could not be prepared for a reason that a retry does not remove. Each
 * of their writes tries again, so a tenant recovers as soon as the cause is gone.
 */
final class PreparationFaults {

  private static final Logger LOG = LoggerFactory.getLogger(PreparationFaults.class);

  private final Map<String, String> faults = new ConcurrentHashMap<>();
  private final Set<String> usable = ConcurrentHashMap.newKeySet();

  /** The tenant's database is prepared. */
  void none(String tenantId) {
    usable.add(tenantId);
    if (faults.remove(tenantId) != null) {
      LOG.info("the database of tenant {} can be written again", tenantId);
    }
  }

  /** Preparing the tenant's database has failed. Logged once per tenant and cause. */
  void add(String tenantId, Throwable failure) {
    if (Stages.cause(failure) instanceof PortException cause
        && cause.category() == Category.PERMANENT_FAILURE) {
      usable.remove(tenantId);
      if (!cause.detail().equals(faults.put(tenantId, cause.detail()))) {
        LOG.error(
            "cannot write to the database of tenant {}, all its sales are refused: {}",
            tenantId,
            cause.detail());
      }
    }
  }

  TenantFaults report() {
    return new TenantFaults(Map.copyOf(faults), !usable.isEmpty());
  }
}
