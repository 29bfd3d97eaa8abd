package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.LogPosition;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Where an entry stands in the log, as a field that the store adds to the transaction. A unique
 * index over the whole field keeps the positions apart. It is sparse, because entries of versions
 * without positions do not have the field: they are unplaced and stand at their transaction number.
 */
final class StoredPlace {

  static final String FIELD = "place";
  static final String POSITION = FIELD + ".position";

  private static final String NUMBER = "transaction_no";

  /**
   * The keys of a terminal's entries in their order. Of unplaced entries the first key is missing.
   */
  static final List<String> ORDER = List.of(POSITION, NUMBER);

  static final Bson PLACED = exists(POSITION, true);
  static final Bson UNPLACED = exists(POSITION, false);

  private StoredPlace() {}

  /** The field of an entry; empty if the entry has no position of its own. */
  static Optional<Document> of(LogEntry entry) {
    return entry.link().flatMap(ChainLink::position).map(position -> of(entry.position()));
  }

  private static Document of(LogPosition at) {
    return new Document("store_code", at.terminal().storeCode())
        .append("terminal_no", at.terminal().terminalNo())
        .append("position", at.position());
  }

  /** Matches the entry at a position. */
  static Bson at(LogPosition position) {
    return or(
        eq(FIELD, of(position)),
        and(TransactionQueries.of(position.terminal(), position.position()), UNPLACED));
  }

  static boolean isPlaced(Document stored) {
    return own(stored).isPresent();
  }

  /** The position of a stored document. */
  static Number position(Document stored) {
    return own(stored).orElseGet(() -> stored.get(NUMBER, Number.class));
  }

  private static Optional<Number> own(Document stored) {
    return stored.get(FIELD) instanceof Document place
        ? Optional.ofNullable(place.get("position", Number.class))
        : Optional.empty();
  }
}
