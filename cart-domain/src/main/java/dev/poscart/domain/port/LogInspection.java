package dev.poscart.domain.port;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Raw access to the transaction log for its verification. */
public interface LogInspection {

  /**
   * Reads the next entries in the order of store, terminal and position.
   *
   * @param last the last entry read; empty: start at the beginning
   * @return at most {@code limit} entries; none at the end
   */
  CompletionStage<List<StoredEntry>> following(
      String tenantId, Optional<StoredEntry> last, int limit);

  /**
   * Counts the entries of a tenant, for showing how much of them is done. Concurrent changes and
   * damaged entries make it a little wrong.
   */
  CompletionStage<Long> count(String tenantId);

  /**
   * Finds defects that {@link #following} cannot show: entries without a valid terminal, claims
   * that are held twice, remains of removed entries.
   *
   * @return one message per defect, for the first hundred or so
   */
  CompletionStage<List<String>> findStrays(String tenantId);
}
