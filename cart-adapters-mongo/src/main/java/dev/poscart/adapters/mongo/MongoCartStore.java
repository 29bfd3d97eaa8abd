package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartPage;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.Versioned;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.reactivestreams.Publisher;

/**
 * The cart store in MongoDB: one document per cart, with a version that each change must name. The
 * outcome of a write without a response is looked up: if the document written is stored, the write
 * has succeeded.
 */
final class MongoCartStore implements CartStore {

  private final TenantDatabases databases;
  private final DriverCalls calls;
  private final EarlierCarts earlierCarts;
  private final Clock clock;

  MongoCartStore(TenantDatabases databases, DriverCalls calls, Clock clock) {
    this.databases = databases;
    this.calls = calls;
    this.earlierCarts = new EarlierCarts(calls);
    this.clock = clock;
  }

  @Override
  public CompletionStage<Void> insert(Cart cart) {
    return databases
        .prepared(cart.terminal().tenantId())
        .thenCompose(database -> insert(database, StoredCart.of(cart, 1, clock.instant())))
        .thenAccept(
            isNew -> {
              if (!isNew) {
                throw new PortException(
                    DriverFailures.PORT,
                    PortException.Category.PERMANENT_FAILURE,
                    "insert cart: a cart with this id exists");
              }
            });
  }

  @Override
  public CompletionStage<Boolean> replace(Cart cart, long expectedVersion) {
    return databases
        .prepared(cart.terminal().tenantId())
        .thenCompose(
            database ->
                replace(
                    database,
                    StoredCart.of(cart, Math.addExact(expectedVersion, 1), clock.instant())));
  }

  @Override
  public CompletionStage<Optional<Versioned<Cart>>> find(String tenantId, CartId id) {
    return databases.read(tenantId, Optional.empty(), database -> find(database, id));
  }

  private CompletionStage<Optional<Versioned<Cart>>> find(TenantDatabase database, CartId id) {
    return calls
        .first("find cart", StoredCart::read, () -> at(database, id))
        .thenCompose(
            found ->
                found.isPresent()
                    ? CompletableFuture.completedStage(found)
                    : earlierCarts.find(database, id));
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findClosing(String tenantId, int limit) {
    return databases.read(
        tenantId,
        List.of(),
        database ->
            earlierCarts.moveWaiting(database).thenCompose(moved -> findClosing(database, limit)));
  }

  private CompletionStage<List<Versioned<Cart>>> findClosing(TenantDatabase database, int limit) {
    return calls.all(
        "find closing carts",
        StoredCart::read,
        () ->
            database
                .carts()
                .find(exists(StoredCart.CLOSING_AT))
                .sort(ascending(StoredCart.CLOSING_AT, StoredCart.ID))
                .limit(limit));
  }

  @Override
  public CompletionStage<List<Versioned<Cart>>> findOpen(TerminalKey terminal, int limit) {
    return databases.read(
        terminal.tenantId(),
        List.of(),
        database ->
            calls.all(
                "find open carts",
                StoredCart::read,
                () -> database.carts().find(StoredCart.openAt(terminal)).limit(limit)));
  }

  @Override
  public CompletionStage<CartPage> findParked(StoreKey store, int limit, int page) {
    return databases.read(
        store.tenantId(),
        CartPage.EMPTY,
        database ->
            earlierCarts
                .moveWaiting(database)
                .thenCompose(moved -> findParked(database, store.storeCode(), limit, page)));
  }

  private CompletionStage<CartPage> findParked(
      TenantDatabase database, String storeCode, int limit, int page) {
    Bson filter = eq(StoredCart.PARKED_STORE, storeCode);
    CompletionStage<Long> total =
        calls.one(
            "count parked carts", count -> count, () -> database.carts().countDocuments(filter));
    return calls
        .all(
            "find parked carts",
            StoredCart::read,
            () ->
                database
                    .carts()
                    .find(filter)
                    .sort(ascending(StoredCart.PARKED_AT, StoredCart.ID))
                    .skip((page - 1) * limit)
                    .limit(limit))
        .thenCombine(total, CartPage::new);
  }

  @Override
  public CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit) {
    Bson old = lt(StoredCart.REMOVABLE_SINCE, StoredCart.micros(time));
    return databases
        .prepared(tenantId)
        .thenCompose(
            database ->
                idsOf(database.carts(), old, limit)
                    .thenCompose(
                        ids ->
                            ids.isEmpty()
                                ? removeEarlier(database, old, limit)
                                : earlierCarts
                                    .forget(database, ids)
                                    .thenCompose(done -> remove(database.carts(), ids, old))));
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

  private CompletionStage<Boolean> insert(TenantDatabase database, StoredCart cart) {
    return DriverCalls.orAsk(
        calls.insert("insert cart", () -> database.carts().insertOne(cart.document())),
        () ->
            stored(database, cart.id())
                .thenApply(found -> found.filter(cart::isSameAs).map(same -> true)));
  }

  private CompletionStage<Boolean> replace(TenantDatabase database, StoredCart cart) {
    return DriverCalls.orAsk(
        calls
            .one(
                "replace cart",
                (UpdateResult result) -> result.getMatchedCount() == 1,
                () -> database.carts().replaceOne(cart.predecessor(), cart.document()))
            .thenCompose(
                isReplaced ->
                    isReplaced
                        ? CompletableFuture.completedStage(true)
                        : earlierCarts.replace(database, cart)),
        () -> stored(database, cart.id()).thenApply(found -> found.flatMap(cart::hasReplaced)));
  }

  private CompletionStage<Optional<StoredCart>> stored(TenantDatabase database, CartId id) {
    return calls.first("find cart again", StoredCart::new, () -> at(database, id));
  }

  private static Publisher<Document> at(TenantDatabase database, CartId id) {
    return database.carts().find(eq(StoredCart.ID, id.value())).first();
  }
}
