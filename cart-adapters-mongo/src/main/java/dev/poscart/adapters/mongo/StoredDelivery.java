package dev.poscart.adapters.mongo;

import dev.poscart.domain.document.DeliveryDocument;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.port.OutboxEntry;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.Document;

/** A delivery record as stored in the document of its entry. */
final class StoredDelivery {

  static final String FIELD = "delivery";
  static final String VERSION = FIELD + ".version";
  static final String STATUS = FIELD + ".status";
  static final String IS_PUBLISHED = FIELD + ".is_published";

  /** Microseconds since 1970; present only if the event is due at some time. */
  static final String DUE_AT = FIELD + ".due_at_micros";

  private static final OffsetDateTime EPOCH =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  private StoredDelivery() {}

  /** The delivery record of a new entry. */
  static Document first(LogEntry entry) {
    return of(Delivery.pending(entry.generatedAt()), 1);
  }

  static Document of(Delivery delivery, long version) {
    Document document =
        BsonDocuments.toBson(DeliveryDocument.write(delivery))
            .append("version", version)
            .append("is_published", delivery.isPublished());
    delivery.dueAt().ifPresent(at -> document.append("due_at_micros", micros(at)));
    return document;
  }

  static long micros(OffsetDateTime time) {
    return ChronoUnit.MICROS.between(EPOCH, time);
  }

  /** Reads the document of an entry. */
  static OutboxEntry entry(Document document) {
    Document delivery =
        Optional.ofNullable(document.get(FIELD, Document.class))
            .orElseThrow(() -> new IllegalStateException(FIELD + ": missing (expected: Document)"));
    return new OutboxEntry(
        StoredDeskEntry.isOne(document)
            ? StoredDeskEntry.read(document)
            : StoredTransaction.read(document),
        DeliveryDocument.read(BsonDocuments.toPlain(delivery)),
        delivery.getLong("version"));
  }
}
