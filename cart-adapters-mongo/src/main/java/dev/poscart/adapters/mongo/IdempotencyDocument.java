package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import dev.poscart.domain.document.PackedText;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.model.StoredResponse;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.IdempotencyRecord;
import dev.poscart.domain.port.IdempotencyStore.Attempt;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** A request with an idempotency key as stored in MongoDB. Times are in milliseconds since 1970. */
final class IdempotencyDocument {

  static final String STORE = "store_code";
  static final String TERMINAL = "terminal_no";
  static final String CHANGE = "change";
  static final String ATTEMPT = "attempt";
  static final String LEASE_END = "lease_end";
  static final String BEGUN_AT = "begun_at";

  /** A date, as MongoDB's TTL index requires. */
  static final String EXPIRES_AT = "expires_at";

  /** Present only once the request is answered. */
  static final String STATUS = "status";

  private static final String DIGEST = "digest";
  private static final String VERSION = "version";
  private static final String BODY = "body";

  private IdempotencyDocument() {}

  static Document first(IdempotencyKey key, RequestFingerprint fingerprint, Attempt attempt) {
    return new Document("_id", id(key))
        .append(STORE, key.terminal().storeCode())
        .append(TERMINAL, key.terminal().terminalNo())
        .append(DIGEST, fingerprint.value())
        .append(CHANGE, attempt.id().value())
        .append(ATTEMPT, attempt.id().value())
        .append(BEGUN_AT, attempt.at().toEpochMilli())
        .append(LEASE_END, attempt.leaseEnd().toEpochMilli())
        .append(EXPIRES_AT, Date.from(attempt.expiresAt()));
  }

  /** The update that adds the response to a request. */
  static Bson of(StoredResponse response) {
    Bson answered =
        combine(
            set(STATUS, response.status()),
            set(BODY, new Binary(PackedText.pack(response.body()))));
    return response
        .version()
        .map(version -> combine(answered, set(VERSION, version)))
        .orElse(answered);
  }

  static IdempotencyRecord read(Document document) {
    return new IdempotencyRecord(
        document.getString(DIGEST),
        new ChangeId(document.getString(CHANGE)),
        new ChangeId(document.getString(ATTEMPT)),
        Instant.ofEpochMilli(document.getLong(LEASE_END)),
        document.getDate(EXPIRES_AT).toInstant(),
        Optional.ofNullable(document.getInteger(STATUS)).map(status -> answer(status, document)));
  }

  /** The one request of a key. */
  static Bson at(IdempotencyKey key) {
    return eq("_id", id(key));
  }

  static Bson of(TerminalKey terminal) {
    return and(eq(STORE, terminal.storeCode()), eq(TERMINAL, terminal.terminalNo()));
  }

  private static StoredResponse answer(int status, Document document) {
    return new StoredResponse(
        status,
        Optional.ofNullable(document.getString(VERSION)),
        PackedText.unpack(document.get(BODY, Binary.class).getData()));
  }

  /** A unique id: the store code comes last, because it may contain any character. */
  private static String id(IdempotencyKey key) {
    return key.terminal().terminalNo()
        + ":"
        + key.key().length()
        + ":"
        + key.key()
        + ":"
        + key.terminal().storeCode();
  }
}
