package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.size;
import static com.mongodb.client.model.Filters.type;

import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Versioned;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * A cart as stored in MongoDB: id, version, the fields that queries search, and the cart itself.
 */
record StoredCart(Document document) {

  static final String ID = "_id";
  static final String VERSION = "version";

  /** Microseconds since 1970; present only while the closing of the cart is unfinished. */
  static final String CLOSING_AT = "closing_at_micros";

  /** The store where the cart is parked; present only on a parked cart. */
  static final String PARKED_STORE = "parked_store";

  /** Microseconds since 1970; present only on a parked cart. */
  static final String PARKED_AT = "parked_at_micros";

  /**
   * When the cart was last stored, in microseconds since 1970; present only if it may be removed.
   */
  static final String REMOVABLE_SINCE = "removable_since_micros";

  /** The terminal of a cart; present only if it is neither closed nor parked. */
  static final String OPEN_AT = "open_at";

  private static final String BODY = "body";

  static StoredCart of(Cart cart, long version, Instant now) {
    Document document = new Document(ID, cart.id().value()).append(VERSION, version);
    cart.closing()
        .filter(closing -> cart.isClosing())
        .ifPresent(closing -> document.append(CLOSING_AT, micros(closing.at().toInstant())));
    cart.parked()
        .ifPresent(
            parking ->
                document
                    .append(PARKED_STORE, cart.terminal().storeCode())
                    .append(PARKED_AT, micros(parking.at().toInstant())));
    if (cart.isOpen()) {
      document.append(OPEN_AT, cart.terminal().terminalId());
    }
    if (cart.mayBeRemoved()) {
      document.append(REMOVABLE_SINCE, micros(now));
    }
    return new StoredCart(document.append(BODY, BsonDocuments.toBson(CartDocument.write(cart))));
  }

  /**
   * Finds carts without {@link #REMOVABLE_SINCE}, stored by an earlier version, that may be removed
   * by the rule of {@link Cart#mayBeRemoved}.
   */
  static Bson unmarked() {
    return and(
        isOfThisForm(),
        eq(REMOVABLE_SINCE, null),
        exists(CLOSING_AT, false),
        or(
            ne(BODY + ".closed", null),
            and(exists(PARKED_STORE, false), size(BODY + ".payments", 0))));
  }

  /** Finds the carts of a terminal that are neither closed nor parked. */
  static Bson openAt(TerminalKey terminal) {
    return eq(OPEN_AT, terminal.terminalId());
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  static Versioned<Cart> read(Document document) {
    return new StoredCart(document).cart();
  }

  /** Finds documents of this form; kugelpos's carts have another one. */
  static Bson isOfThisForm() {
    return and(type(ID, BsonType.STRING), exists(VERSION), exists(BODY));
  }

  Versioned<Cart> cart() {
    return new Versioned<>(
        CartDocument.read(BsonDocuments.toPlain(document.get(BODY, Document.class))), version());
  }

  CartId id() {
    return new CartId(document.getString(ID));
  }

  long version() {
    return document.getLong(VERSION);
  }

  /** Finds the version that this one replaces. */
  Bson predecessor() {
    return at(id(), version() - 1);
  }

  /** Finds a cart in one of its versions. */
  static Bson at(CartId id, long version) {
    return and(eq(ID, id.value()), eq(VERSION, version));
  }

  /** Whether both are the same cart in the same version with the same content. */
  boolean isSameAs(StoredCart other) {
    return document.equals(other.document);
  }

  /**
   * What the cart stored now reveals about a replacement by this one whose response was lost. If it
   * has the old version: nothing, since the write may still be applied. If it has this version: the
   * replacement was either this one, or another one that has made it impossible. If it has a later
   * version: nothing, since this replacement may have been the one before.
   */
  Optional<Boolean> hasReplaced(StoredCart now) {
    return now.version() == version() ? Optional.of(isSameAs(now)) : Optional.empty();
  }
}
