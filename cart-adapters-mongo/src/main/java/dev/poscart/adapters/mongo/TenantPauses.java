package dev.poscart.adapters.mongo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Limits what is done for a tenant to once a minute. */
final class TenantPauses {

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  /** Whether the pause of the tenant is over; if so, the next one begins. */
  boolean isOver(String tenantId, Instant now) {
    if (now.isBefore(last.getOrDefault(tenantId, Instant.MIN).plus(PAUSE))) {
      return false;
    }
    last.put(tenantId, now);
    return true;
  }
}
