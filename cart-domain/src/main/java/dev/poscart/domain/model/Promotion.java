package dev.poscart.domain.model;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * An offer of the tenant.
 *
 * @param start from when, inclusive; empty is always
 * @param end until when, inclusive; empty is for ever
 * @param storeCodes the stores where it runs; empty is all
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

  /** Whether it is offered in the store at that time; both ends of its time belong to it. */
  public boolean runsAt(String storeCode, OffsetDateTime now) {
    return active
        && (storeCodes.isEmpty() || storeCodes.contains(storeCode))
        && start.map(from -> !from.isAfter(now)).orElse(true)
        && end.map(until -> !until.isBefore(now)).orElse(true);
  }
}
