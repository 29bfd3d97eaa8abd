package dev.poscart.adapters.mongo;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The indexes of a tenant's database, each with the keys of the queries that it serves. */
final class IndexDefinitions {

  private IndexDefinitions() {}

  /** The unique indexes of the log, without which nothing is written. */
  static List<IndexModel> required() {
    return List.of(position(), number(), StoredCount.unique());
  }

  /**
   * Keeps the positions of a terminal apart. The claim is the {@code _id} and needs no index of its
   * own.
   */
  static IndexModel position() {
    return new IndexModel(
        Indexes.ascending(StoredPlace.FIELD),
        new IndexOptions().name("position").unique(true).sparse(true));
  }

  /** Keeps transaction numbers unique under a business counter. */
  static IndexModel number() {
    return new IndexModel(
        Indexes.ascending(
            "tenant_id", "store_code", "terminal_no", "transaction_no", "business_counter"),
        new IndexOptions().name("session_number").unique(true));
  }

  static List<IndexModel> logIndexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending(
                "tenant_id", "store_code", "terminal_no", StoredPlace.POSITION, "transaction_no"),
            new IndexOptions().name("order")),
        orderIn("business_date", "day"),
        orderIn("business_counter", "session_order"),
        new IndexModel(Indexes.ascending("event_id"), new IndexOptions().name("event")),
        new IndexModel(
            Indexes.ascending("store_code", "terminal_no", StoredPlace.POSITION, "transaction_no"),
            new IndexOptions()
                .name("next_unpublished")
                .partialFilterExpression(Filters.eq(StoredDelivery.IS_PUBLISHED, false))),
        new IndexModel(
            Indexes.ascending(StoredDelivery.DUE_AT), new IndexOptions().name("due").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredDelivery.STATUS), new IndexOptions().name("delivery")),
        new IndexModel(
            Indexes.ascending(TransactionQueries.REVERSES),
            new IndexOptions().name("reversals").sparse(true)),
        new IndexModel(
            Indexes.ascending(KugelposReversals.ORIGIN),
            new IndexOptions().name("origin").sparse(true)),
        new IndexModel(
            Indexes.ascending(KugelposRecords.DUE),
            new IndexOptions().name("kugelpos_due").sparse(true)));
  }

  /** The transactions of a terminal that have one value of a field, by their number. */
  private static IndexModel orderIn(String field, String name) {
    return new IndexModel(
        Indexes.ascending("tenant_id", "store_code", "terminal_no", field, "transaction_no"),
        new IndexOptions().name(name));
  }

  static IndexModel deskDay() {
    return new IndexModel(
        Indexes.ascending(
            "store_code", "terminal_no", StoredDeskEntry.BUSINESS_DATE, StoredPlace.POSITION),
        new IndexOptions()
            .name("desk_day")
            .partialFilterExpression(Filters.exists(StoredDeskEntry.BUSINESS_DATE)));
  }

  static List<IndexModel> cartIndexes() {
    return List.of(
        new IndexModel(
            Indexes.ascending(StoredCart.CLOSING_AT),
            new IndexOptions().name("closing").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredCart.PARKED_STORE, StoredCart.PARKED_AT),
            new IndexOptions().name("parked").sparse(true)),
        new IndexModel(
            Indexes.ascending(StoredCart.OPEN_AT), new IndexOptions().name("open").sparse(true)),
        // Not sparse, since queries also look for carts without the field.
        new IndexModel(
            Indexes.ascending(StoredCart.REMOVABLE_SINCE), new IndexOptions().name("removable")));
  }

  static List<IndexModel> revisionIndexes() {
    return List.of(expiry(MongoCartRevisions.EXPIRES_AT));
  }

  static List<IndexModel> incidentIndexes() {
    return List.of(
        expiry(MongoIncidentLog.EXPIRES_AT),
        new IndexModel(Indexes.ascending(MongoIncidentLog.AT), new IndexOptions().name("time")),
        new IndexModel(Indexes.ascending(MongoIncidentLog.CART), new IndexOptions().name("cart")));
  }

  /** Documents are deleted once the date in the field is past. */
  private static IndexModel expiry(String field) {
    return new IndexModel(
        Indexes.ascending(field),
        new IndexOptions().name("expiry").expireAfter(0L, TimeUnit.SECONDS));
  }

  /**
   * Without the first of these, expired records are removed once the terminal has begun enough
   * other requests.
   */
  static List<IndexModel> answerIndexes() {
    return List.of(
        expiry(IdempotencyDocument.EXPIRES_AT),
        new IndexModel(
            Indexes.ascending(
                IdempotencyDocument.STORE,
                IdempotencyDocument.TERMINAL,
                IdempotencyDocument.BEGUN_AT),
            new IndexOptions().name("terminal")));
  }
}
