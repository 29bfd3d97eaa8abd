package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.TransactionLog;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Verifies a tenant's transaction log: the positions of each till start at 1 without gaps or
 * duplicates and its receipt numbers follow, the hash chain is intact, the amounts of each entry
 * add up, and no sale was reversed beyond what was sold. Reads page by page, so the size of the log
 * does not matter; entries appended meanwhile do no harm.
 */
public final class LogVerification {

  private final LogInspection inspection;
  private final TransactionLog log;
  private final int pageSize;

  /**
   * @param pageSize number of entries read at a time
   */
  public LogVerification(LogInspection inspection, TransactionLog log, int pageSize) {
    this.inspection = inspection;
    this.log = log;
    this.pageSize = pageSize;
  }

  /**
   * Verifies the log of a tenant.
   *
   * @param noted log ends that must still exist
   * @param findings receives each defect as soon as it is found
   * @return completes when everything has been read; fails if the log cannot be read
   */
  public CompletionStage<LogReport> verify(
      String tenantId, List<NotedEnd> noted, Consumer<Finding> findings) {
    return new Walk(inspection, new ReversalCheck(log), pageSize, tenantId, noted, findings).walk();
  }
}
