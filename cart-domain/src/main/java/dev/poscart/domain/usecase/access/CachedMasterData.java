package dev.poscart.domain.usecase.access;

import java.util.Optional;

/** The caches of master data as administrators see them: they can clear them after a change. */
public interface CachedMasterData {

  /** What is cached. */
  enum Kind {
    /** Per store. */
    ITEMS,
    /** Per tenant. */
    PAYMENT_METHODS,
    /** Per store. */
    PROMOTIONS,
    /** Per tenant. */
    SETTINGS
  }

  /**
   * Removes a tenant's data of one kind from the cache. The results of look-ups in flight are not
   * cached either, as they may be out of date.
   *
   * @param storeCode only what belongs to this store, if the kind is per store; empty: all stores
   * @return how often this process has done so
   */
  long clear(Kind kind, String tenantId, Optional<String> storeCode);
}
