package dev.poscart.domain.usecase.audit;

import java.util.List;

/**
 * How a check of a tenant's log went.
 *
 * @param tills in the order of store and number
 * @param findings how many were told while it went on
 */
public record LogReport(String tenantId, List<TillSummary> tills, long findings) {

  public LogReport {
    tills = List.copyOf(tills);
  }

  public long entries() {
    return tills.stream().mapToLong(TillSummary::entries).sum();
  }
}
