package dev.poscart.domain.port;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The transaction log for whoever checks it: all that is there, as it is there. */
public interface LogInspection {

  /**
   * Reads on, in the order of store, terminal and transaction number.
   *
   * @param last what was read last; empty: begins
   * @return at most {@code limit} entries; none at the end
   */
  CompletionStage<List<StoredEntry>> following(
      String tenantId, Optional<StoredEntry> last, int limit);

  /**
   * Finds what cannot be met by reading the terminals one after the other: entries that stand at no
   * terminal, claims that are held twice, traces of entries that are gone.
   *
   * @return a sentence each; the first hundred or so
   */
  CompletionStage<List<String>> findStrays(String tenantId);
}
