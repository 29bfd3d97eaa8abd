package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.TransactionLog;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * Checks a tenant's log: that each till's numbers run from 1 without gap or double and its receipt
 * numbers follow, that the chain of hashes holds, that the figures of each entry add up, and that
 * no sale was reversed beyond what was sold. Reads page by page, so that any log fits into memory;
 * entries that are appended meanwhile do no harm.
 */
public final class LogVerification {

  private final LogInspection inspection;
  private final TransactionLog log;
  private final int pageSize;

  /**
   * @param pageSize how many entries are read at a time
   */
  public LogVerification(LogInspection inspection, TransactionLog log, int pageSize) {
    this.inspection = inspection;
    this.log = log;
    this.pageSize = pageSize;
  }

  /**
   * Checks.
   *
   * @param noted ends of tills that must still be there
   * @param findings is told of each as it is found
   * @return completes when all is read; fails if the log cannot be read
   */
  public CompletionStage<LogReport> verify(
      String tenantId, List<NotedEnd> noted, Consumer<Finding> findings) {
    return new Walk(inspection, new ReversalCheck(log), pageSize, tenantId, noted, findings).walk();
  }
}
