package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Removes carts because of their age, those of earlier versions last. */
final class OldCarts {

  private final DriverCalls calls;
  private final EarlierCarts earlierCarts;
  private final Clock clock;

  OldCarts(DriverCalls calls, EarlierCarts earlierCarts, Clock clock) {
    this.calls = calls;
    this.earlierCarts = earlierCarts;
    this.clock = clock;
  }

  /**
   * Removes carts that may be removed and were last stored before the given time.
   *
   * @return the number of removed carts; 0 if none are left
   */
  CompletionStage<Integer> remove(TenantDatabase database, Instant time, int limit) {
    Bson old = lt(StoredCart.REMOVABLE_SINCE, StoredCart.micros(time));
    return idsOf(database.carts(), old, limit)
        .thenCompose(
            ids ->
                ids.isEmpty()
                    ? removeEarlier(database, old, limit)
                    : earlierCarts
                        .forget(database, ids)
                        .thenCompose(done -> remove(database.carts(), ids, old)));
  }

  /** Of the carts that earlier versions stored, once there are no others left. */
  private CompletionStage<Integer> removeEarlier(TenantDatabase database, Bson old, int limit) {
    return idsOf(database.sharedCarts(), old, limit)
        .thenCompose(
            ids ->
                ids.isEmpty()
                    ? mark(database.carts())
                        .thenCompose(marked -> mark(database.sharedCarts()))
                        .thenApply(marked -> 0)
                    : remove(database.sharedCarts(), ids, old));
  }

  private CompletionStage<List<String>> idsOf(
      MongoCollection<Document> carts, Bson old, int limit) {
    return calls.all(
        "find old carts",
        (Document cart) -> cart.getString(StoredCart.ID),
        () ->
            carts
                .find(old)
                .projection(include(StoredCart.ID))
                .sort(ascending(StoredCart.REMOVABLE_SINCE))
                .limit(limit));
  }

  /** Checks the age again while deleting, so that a cart changed in the meantime is kept. */
  private CompletionStage<Integer> remove(
      MongoCollection<Document> carts, List<String> ids, Bson old) {
    return calls.one(
        "remove old carts",
        (DeleteResult result) -> (int) result.getDeletedCount(),
        () -> carts.deleteMany(and(in(StoredCart.ID, ids), old)));
  }

  /** The age of carts without a mark, which early versions stored, counts from now on. */
  private CompletionStage<Boolean> mark(MongoCollection<Document> carts) {
    long now = StoredCart.micros(clock.instant());
    return calls.one(
        "mark carts of earlier versions",
        (UpdateResult result) -> true,
        () -> carts.updateMany(StoredCart.unmarked(), set(StoredCart.REMOVABLE_SINCE, now)));
  }
}
