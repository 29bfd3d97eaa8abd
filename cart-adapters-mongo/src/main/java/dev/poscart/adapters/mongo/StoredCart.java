package dev.poscart.adapters.mongo;

import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.port.Versioned;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.bson.Document;

/**
 * A cart as MongoDB keeps it: id, version, the marks that carts are listed by, and the cart itself.
 */
record StoredCart(Document document) {

  static final String ID = "_id";
  static final String VERSION = "version";

  /** Microseconds since 1970; only a cart whose closing is unfinished has it. */
  static final String CLOSING_AT = "closing_at_micros";

  /** The store whose list it is on; only a parked cart has it. */
  static final String PARKED_STORE = "parked_store";

  /** Microseconds since 1970; only a parked cart has it. */
  static final String PARKED_AT = "parked_at_micros";

  private static final String BODY = "body";
  private static final OffsetDateTime EPOCH =
      OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

  static StoredCart of(Cart cart, long version) {
    Document document = new Document(ID, cart.id().value()).append(VERSION, version);
    cart.closing()
        .filter(closing -> cart.isClosing())
        .ifPresent(
            closing -> document.append(CLOSING_AT, ChronoUnit.MICROS.between(EPOCH, closing.at())));
    cart.parked()
        .ifPresent(
            parking ->
                document
                    .append(PARKED_STORE, cart.terminal().storeCode())
                    .append(PARKED_AT, ChronoUnit.MICROS.between(EPOCH, parking.at())));
    return new StoredCart(document.append(BODY, BsonDocuments.toBson(CartDocument.write(cart))));
  }

  Versioned<Cart> cart() {
    return new Versioned<>(
        CartDocument.read(BsonDocuments.toPlain(document.get(BODY, Document.class))), version());
  }

  long version() {
    return document.getLong(VERSION);
  }

  /** Whether the other is this very cart in this very version. */
  boolean isSameAs(StoredCart other) {
    return document.equals(other.document);
  }
}
