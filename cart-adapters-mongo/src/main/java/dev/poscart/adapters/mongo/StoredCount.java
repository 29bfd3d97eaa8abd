package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * The count of a receipt at a terminal that counts them, as a field that the store adds to the
 * transaction. A unique index over the whole field keeps the counts apart. It is sparse, because
 * other transactions, and those of kugelpos and of versions that did not keep counts apart, do not
 * have the field.
 */
final class StoredCount {

  static final String FIELD = "counted";

  /** The path of the counter. */
  static final List<String> PATH = List.of(FIELD, "receipt_counter");

  private static final String STORE = FIELD + ".store_code";
  private static final String TERMINAL = FIELD + ".terminal_no";

  private StoredCount() {}

  /** Keeps the receipt counters of a terminal apart. */
  static IndexModel unique() {
    return new IndexModel(
        Indexes.ascending(FIELD),
        new IndexOptions().name("receipt_count").unique(true).sparse(true));
  }

  /** Finds the greatest receipt counter of a terminal. */
  static IndexModel inOrder() {
    return new IndexModel(
        Indexes.ascending(STORE, TERMINAL, String.join(".", PATH)),
        new IndexOptions().name("receipt_counts").sparse(true));
  }

  static Optional<Document> of(Transaction transaction) {
    TerminalKey terminal = transaction.terminal();
    return transaction
        .numbers()
        .receiptCounter()
        .map(
            counter ->
                new Document("store_code", terminal.storeCode())
                    .append("terminal_no", terminal.terminalNo())
                    .append("receipt_counter", counter));
  }

  /** Matches the counted transactions of a terminal. */
  static Bson of(TerminalKey terminal) {
    return and(eq(STORE, terminal.storeCode()), eq(TERMINAL, terminal.terminalNo()));
  }
}
