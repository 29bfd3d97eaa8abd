package dev.poscart.domain.usecase.audit;

import java.util.List;

/**
 * The result of the verification of a tenant's log.
 *
 * @param tills in the order of store and number
 * @param findings number of defects reported during the verification
 */
public record LogReport(String tenantId, List<TillSummary> tills, long findings) {

  public LogReport {
    tills = List.copyOf(tills);
  }

  public long entries() {
    return tills.stream().mapToLong(TillSummary::entries).sum();
  }

  public long deskEntries() {
    return tills.stream().mapToLong(TillSummary::deskEntries).sum();
  }
}
