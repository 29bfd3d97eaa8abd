package dev.poscart.adapters.mongo;

import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How kugelpos names and formats what it stores, so that it can read what this service stores. */
final class KugelposForm {

  /** The fields by which kugelpos identifies a transaction. */
  static final List<String> KEY =
      List.of("tenant_id", "store_code", "terminal_no", "transaction_no");

  /** Kugelpos's fields for its own storage. */
  static final List<String> STORAGE = List.of("shard_key", "created_at", "updated_at", "etag");

  /** With offset and exactly six fractional digits. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx");

  private KugelposForm() {}

  /** Kugelpos's fields of each stored document; only the log has a shard key. */
  static Document storage(@Nullable String shardKey, OffsetDateTime createdAt) {
    return unstored().append("shard_key", shardKey).append("created_at", date(createdAt));
  }

  /** The same without values, as kugelpos has them in parts of documents. */
  static Document unstored() {
    Document fields = new Document();
    STORAGE.forEach(field -> fields.append(field, null));
    return fields;
  }

  /** A terminal's transactions of one day, by the local date. */
  static String shardKey(Transaction transaction) {
    TerminalKey terminal = transaction.terminal();
    return "%s_%s_%d_%s"
        .formatted(
            terminal.tenantId(),
            terminal.storeCode(),
            terminal.terminalNo(),
            transaction.generatedAt().toLocalDate());
  }

  static Document key(TerminalKey terminal, int transactionNo) {
    return new Document("tenant_id", terminal.tenantId())
        .append("store_code", terminal.storeCode())
        .append("terminal_no", terminal.terminalNo())
        .append("transaction_no", transactionNo);
  }

  /** The key of the transaction at a position; kugelpos knows positions as numbers. */
  static Document key(LogPosition at) {
    return key(at.terminal(), at.position());
  }

  static Date date(OffsetDateTime time) {
    return Date.from(time.toInstant());
  }

  static String time(OffsetDateTime time) {
    return TIME.format(time);
  }
}
