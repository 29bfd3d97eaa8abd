package dev.poscart.app;

import dev.poscart.app.console.Progress;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.StoredEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Tells how many entries have been read from a log. */
final class MeteredInspection implements LogInspection {

  private final LogInspection log;
  private final Progress progress;
  private final AtomicLong read = new AtomicLong();

  MeteredInspection(LogInspection log, Progress progress) {
    this.log = log;
    this.progress = progress;
  }

  @Override
  public CompletionStage<List<StoredEntry>> following(
      String tenantId, Optional<StoredEntry> last, int limit) {
    return log.following(tenantId, last, limit)
        .thenApply(
            page -> {
              progress.at(read.addAndGet(page.size()));
              return page;
            });
  }

  @Override
  public CompletionStage<Long> count(String tenantId) {
    return log.count(tenantId);
  }

  @Override
  public CompletionStage<List<String>> findStrays(String tenantId) {
    return log.findStrays(tenantId);
  }
}
