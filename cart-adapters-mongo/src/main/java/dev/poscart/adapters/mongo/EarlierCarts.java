package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.result.DeleteResult;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.conversions.Bson;

/**
 * Carts that earlier versions of this service stored in kugelpos's collection. They are read there
 * and move to the service's own collection with their next change. The own collection takes
 * precedence and is unique in the cart id, so of two changes to the same version one wins, and an
 * old document that a crash left behind is never read again.
 */
final class EarlierCarts {

  private final DriverCalls calls;
  private final Set<String> moved = ConcurrentHashMap.newKeySet();

  EarlierCarts(DriverCalls calls) {
    this.calls = calls;
  }

  CompletionStage<Optional<Versioned<Cart>>> find(TenantDatabase database, CartId id) {
    return calls.first(
        "find cart of an earlier version",
        StoredCart::read,
        () -> database.sharedCarts().find(of(id)).first());
  }

  /**
   * Stores the next version of a cart that is still in kugelpos's collection.
   *
   * @return false if the cart is not there or has another version
   */
  CompletionStage<Boolean> replace(TenantDatabase database, StoredCart cart) {
    return calls
        .first(
            "find cart of an earlier version",
            StoredCart::new,
            () ->
                database
                    .sharedCarts()
                    .find(and(cart.predecessor(), StoredCart.isOfThisForm()))
                    .first())
        .thenCompose(
            found ->
                found.isPresent() ? move(database, cart) : CompletableFuture.completedStage(false));
  }

  /**
   * Moves the few carts that are parked or being closed, once per process, so that they are found
   * together with all others.
   */
  CompletionStage<Boolean> moveWaiting(TenantDatabase database) {
    if (moved.contains(database.database().getName())) {
      return CompletableFuture.completedStage(true);
    }
    Bson waiting =
        and(
            StoredCart.isOfThisForm(),
            or(exists(StoredCart.CLOSING_AT), exists(StoredCart.PARKED_STORE)));
    return calls
        .all(
            "find waiting carts of an earlier version",
            StoredCart::new,
            () -> database.sharedCarts().find(waiting))
        .thenCompose(
            carts ->
                Stages.untilFailure(carts, cart -> move(database, cart).thenAccept(isOurs -> {})))
        .thenApply(done -> moved.add(database.database().getName()));
  }

  /**
   * Removes what a crash may have left behind of moved carts, before the carts themselves are
   * removed: it must not be found in their place.
   */
  CompletionStage<Boolean> forget(TenantDatabase database, List<String> ids) {
    Bson leftBehind = and(in(StoredCart.ID, ids), StoredCart.isOfThisForm());
    return calls.one(
        "remove old documents of moved carts",
        (DeleteResult result) -> true,
        () -> database.sharedCarts().deleteMany(leftBehind));
  }

  private CompletionStage<Boolean> move(TenantDatabase database, StoredCart cart) {
    return calls
        .insert("move cart", () -> database.carts().insertOne(cart.document()))
        .thenCompose(isOurs -> remove(database, cart).thenApply(removed -> isOurs));
  }

  private CompletionStage<Boolean> remove(TenantDatabase database, StoredCart cart) {
    return calls.one(
        "remove moved cart",
        (DeleteResult result) -> true,
        () -> database.sharedCarts().deleteOne(of(cart.id())));
  }

  private static Bson of(CartId id) {
    return and(eq(StoredCart.ID, id.value()), StoredCart.isOfThisForm());
  }
}
