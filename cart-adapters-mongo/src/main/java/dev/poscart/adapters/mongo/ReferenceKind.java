package dev.poscart.adapters.mongo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.bson.Document;

/**
 * The kinds of reference data that are always read as a whole. Each is one document, so that
 * readers never see it half changed.
 */
enum ReferenceKind {
  PAYMENT_METHODS,
  SETTINGS,
  PROMOTIONS,
  /** The tenant's own tax table, or none. */
  TAX_TABLES,
  STAFF;

  static final String ID = "_id";

  private static final String ENTRIES = "entries";

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  <T> Document document(List<T> entries, Function<T, Map<String, Object>> write) {
    return new Document(ID, id())
        .append(
            ENTRIES,
            entries.stream().map(entry -> BsonDocuments.toBson(write.apply(entry))).toList());
  }

  static <T> List<T> entries(Document document, Function<Map<String, Object>, T> read) {
    return document.getList(ENTRIES, Document.class).stream()
        .map(entry -> read.apply(BsonDocuments.toPlain(entry)))
        .toList();
  }
}
