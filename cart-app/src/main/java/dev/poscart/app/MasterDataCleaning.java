package dev.poscart.app;

import dev.poscart.domain.usecase.access.CachedMasterData;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Clears the caches of items and of other master data. */
final class MasterDataCleaning implements CachedMasterData {

  private final ItemMasterLink items;
  private final MasterDataCaches others;
  private final AtomicLong done = new AtomicLong();

  MasterDataCleaning(ItemMasterLink items, MasterDataCaches others) {
    this.items = items;
    this.others = others;
  }

  @Override
  public long clear(Kind kind, String tenantId, Optional<String> storeCode) {
    switch (kind) {
      case ITEMS -> items.cache().accept(tenantId, storeCode);
      case PAYMENT_METHODS -> others.clearPaymentMethods(tenantId);
      case PROMOTIONS -> others.clearPromotions(tenantId, storeCode);
      case SETTINGS -> others.clearSettings(tenantId);
    }
    return done.incrementAndGet();
  }
}
