package dev.poscart.domain.model;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A promotion of the tenant.
 *
 * @param start inclusive; empty: no start
 * @param end inclusive; empty: no end
 * @param storeCodes the stores where it applies; empty: all
 * @param discountRate percent
 */
public record Promotion(
    String promotionCode,
    String promotionType,
    String name,
    Optional<OffsetDateTime> start,
    Optional<OffsetDateTime> end,
    boolean active,
    List<String> storeCodes,
    List<String> targetCategoryCodes,
    BigDecimal discountRate) {

  public Promotion {
    Expect.notBlank("promotionCode", promotionCode);
    storeCodes = List.copyOf(storeCodes);
    targetCategoryCodes = List.copyOf(targetCategoryCodes);
  }

  /** Whether the promotion applies in a store at a time. */
  public boolean runsAt(String storeCode, OffsetDateTime now) {
    return active
        && isFor(storeCode)
        && start.map(from -> !from.isAfter(now)).orElse(true)
        && end.map(until -> !until.isBefore(now)).orElse(true);
  }

  /** Whether the promotion is meant for a store. */
  public boolean isFor(String storeCode) {
    return storeCodes.isEmpty() || storeCodes.contains(storeCode);
  }
}
