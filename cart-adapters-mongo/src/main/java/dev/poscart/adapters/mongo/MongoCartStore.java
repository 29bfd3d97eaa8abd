package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.CartCounts;
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
  private final OldCarts oldCarts;
  private final Clock clock;

  MongoCartStore(TenantDatabases databases, DriverCalls calls, Clock clock) {
    this.databases = databases;
    this.calls = calls;
    this.earlierCarts = new EarlierCarts(calls);
    this.oldCarts = new OldCarts(calls, earlierCarts, clock);
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
  public CompletionStage<Boolean> remove(Cart cart, long expectedVersion) {
    return databases
        .prepared(cart.terminal().tenantId())
        .thenCompose(
            database ->
                DriverCalls.orAsk(
                    calls.one(
                        "remove cart",
                        (DeleteResult result) -> result.getDeletedCount() == 1,
                        () ->
                            database.carts().deleteOne(StoredCart.at(cart.id(), expectedVersion))),
                    () ->
                        stored(database, cart.id())
                            .thenApply(
                                found ->
                                    found.isPresent() ? Optional.empty() : Optional.of(true))));
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
  public CompletionStage<CartCounts> count(String tenantId) {
    return databases.read(
        tenantId,
        CartCounts.NONE,
        database ->
            count(database, StoredCart.OPEN_AT)
                .thenCompose(
                    open ->
                        count(database, StoredCart.PARKED_STORE)
                            .thenCombine(
                                count(database, StoredCart.CLOSING_AT),
                                (parked, closing) -> new CartCounts(open, parked, closing))));
  }

  /** The fields are in sparse indexes, which have carts in work only. */
  private CompletionStage<Long> count(TenantDatabase database, String field) {
    return calls.one(
        "count carts", count -> count, () -> database.carts().countDocuments(exists(field)));
  }

  @Override
  public CompletionStage<Integer> removeUnchangedSince(String tenantId, Instant time, int limit) {
    return databases.read(tenantId, 0, database -> oldCarts.remove(database, time, limit));
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
