package dev.poscart.app;

import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.port.ReferenceData;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The caches of all master data but items. */
final class MasterDataCaches {

  private final ReferenceData source;
  private final ReferenceCache<String, Map<String, PaymentMethod>> paymentMethods;
  private final ReferenceCache<String, Optional<TaxTable>> taxes;
  private final ReferenceCache<String, List<Setting>> settings;
  private final ReferenceCache<StoreKey, List<Promotion>> promotions;

  MasterDataCaches(ReferenceData source, Duration ttl) {
    this.source = source;
    this.paymentMethods =
        ReferenceCache.of("payment methods", source.paymentMethods()::ofTenant, ttl);
    this.taxes = ReferenceCache.of("taxes", source.taxes()::ofTenant, ttl);
    this.settings = ReferenceCache.of("settings", source.settings()::ofTenant, ttl);
    this.promotions = ReferenceCache.of("promotions", source.promotions()::ofStore, ttl);
  }

  /** The source behind the caches. */
  ReferenceData cached() {
    return new ReferenceData(
        source.terminals(),
        source.stores(),
        source.storeTerminals(),
        paymentMethods::get,
        taxes::get,
        settings::get,
        promotions::get);
  }

  void clearPaymentMethods(String tenantId) {
    paymentMethods.clear(tenantId::equals);
  }

  void clearSettings(String tenantId) {
    settings.clear(tenantId::equals);
  }

  /**
   * Forgets promotions.
   *
   * @param storeCode only of this store; empty: of all stores
   */
  void clearPromotions(String tenantId, Optional<String> storeCode) {
    promotions.clear(
        store ->
            store.tenantId().equals(tenantId)
                && storeCode.map(store.storeCode()::equals).orElse(true));
  }
}
