package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Finds the highest numbers of a terminal, each as the last key of an index. */
final class HighestStored {

  private static final String NUMBER = "transaction_no";

  private final DriverCalls calls;

  HighestStored(DriverCalls calls) {
    this.calls = calls;
  }

  CompletionStage<HighestNumbers> find(
      TenantDatabase database, TerminalKey terminal, int businessCounter) {
    return highest(
            database, TransactionQueries.ofSession(terminal, businessCounter), List.of(NUMBER))
        .thenCombine(
            highest(database, StoredCount.of(terminal), StoredCount.PATH), HighestNumbers::new);
  }

  private CompletionStage<Integer> highest(
      TenantDatabase database, Bson filter, List<String> path) {
    String field = String.join(".", path);
    return calls
        .first(
            "find highest number",
            (Document found) -> found.getEmbedded(path, Number.class).intValue(),
            () ->
                database
                    .log()
                    .find(filter)
                    .projection(include(field))
                    .sort(descending(field))
                    .first())
        .thenApply(found -> found.orElse(0));
  }
}
