package dev.poscart.domain.usecase.access;

import java.util.List;

/** The terminal cache as administrators see it: they can show and clear it. */
public interface CachedTerminals {

  /**
   * The contents of the cache.
   *
   * @param total number of terminals of all tenants
   * @param terminalIds those of the tenant, sorted
   */
  record Content(boolean enabled, int total, List<String> terminalIds) {
    public Content {
      terminalIds = List.copyOf(terminalIds);
    }
  }

  /** The cached terminals of a tenant. */
  Content content(String tenantId);

  /**
   * Removes a tenant's terminals from the cache. The results of look-ups in flight are not cached
   * either, as they may be out of date.
   *
   * @return the number of removed terminals
   */
  int clear(String tenantId);
}
