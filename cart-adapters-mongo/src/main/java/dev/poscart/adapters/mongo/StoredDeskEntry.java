package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.DeskDocument;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A desk entry as stored: its whole document in one field, beside the fields of an entry's place
 * and delivery. It has no {@code tenant_id}, by which this service and kugelpos search
 * transactions, so neither takes it for one.
 */
final class StoredDeskEntry {

  static final String FIELD = "desk";
  static final String KIND = FIELD + ".desk_entry";
  static final String BUSINESS_DATE = FIELD + ".business_date";

  /** The fields that {@link #end} reads. */
  static final List<String> OF_END = List.of(FIELD, StoredPlace.FIELD);

  static final Bson ALL = exists(FIELD, true);
  static final Bson NONE = exists(FIELD, false);

  private StoredDeskEntry() {}

  static boolean isOne(Document stored) {
    return stored.containsKey(FIELD);
  }

  /** A new entry. */
  static Document of(DeskEntry entry) {
    return new Document("_id", entry.claim())
        .append("store_code", entry.terminal().storeCode())
        .append("terminal_no", entry.terminal().terminalNo())
        // Is unique among transaction numbers, as the index over them demands.
        .append("transaction_no", entry.claim())
        // Kugelpos's own entries are those without it.
        .append("schema", 1)
        .append("event_id", entry.eventId())
        .append(StoredPlace.FIELD, StoredPlace.of(entry).orElseThrow())
        .append(StoredDelivery.FIELD, StoredDelivery.first(entry))
        .append(FIELD, BsonDocuments.toBson(DeskDocument.write(entry)));
  }

  static DeskEntry read(Document stored) {
    return DeskDocument.read(plain(stored));
  }

  /** The entry's document. */
  static Map<String, Object> plain(Document stored) {
    return BsonDocuments.toPlain(document(stored));
  }

  /** Matches the desk entries of a terminal, with the keys of an index. */
  static Bson of(TerminalKey terminal) {
    return and(
        eq("tenant_id", null),
        eq("store_code", terminal.storeCode()),
        eq("terminal_no", terminal.terminalNo()),
        ALL);
  }

  /** What the next entry needs to know of the last one. */
  static LogEnd end(Document stored) {
    DeskEntry entry = read(stored);
    return new LogEnd(
        StoredPlace.position(stored).intValue(),
        entry.numbers(),
        Optional.ofNullable(document(stored).get(Chain.FIELD, Document.class))
            .map(link -> link.getString("hash")));
  }

  private static Document document(Document stored) {
    return Optional.ofNullable(stored.get(FIELD, Document.class))
        .orElseThrow(() -> new IllegalStateException(FIELD + ": missing (expected: Document)"));
  }
}
