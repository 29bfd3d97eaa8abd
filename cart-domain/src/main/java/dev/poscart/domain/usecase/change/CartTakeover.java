package dev.poscart.domain.usecase.change;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PredecessorCarts;
import dev.poscart.domain.port.PredecessorCarts.Copy;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;

/**
 * Decides which carts of the predecessor can be carried on here: those of the caller's store that
 * are open in every place that has them. A copy that was left behind when the cart went on
 * elsewhere may look open although the cart has been sold; so a cart that is closed anywhere stays
 * closed.
 */
public final class CartTakeover {

  /** The ids that the predecessor gives. Others are not worth a request. */
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final List<PredecessorCarts> places;
  private final TransactionLog log;

  /**
   * @param places where the predecessor keeps carts; the first one that has a cart provides it
   */
  public CartTakeover(List<PredecessorCarts> places, TransactionLog log) {
    this.places = List.copyOf(places);
    this.log = log;
  }

  /** Finds an open cart of the store. */
  CompletionStage<Optional<Cart>> find(StoreKey store, CartId id) {
    if (!UUID.matcher(id.value()).matches()) {
      return Stages.completed(Optional.empty());
    }
    return copies(store.tenantId(), id)
        .thenApply(copies -> open(store, copies))
        .thenCompose(cart -> cart.isPresent() ? unlessClosed(cart.get()) : Stages.completed(cart));
  }

  /** Removes a cart that is taken over from all places, as far as possible. */
  CompletionStage<Void> remove(CartId id) {
    return Stages.inTurn(places, place -> place.remove(id));
  }

  /** Fails if one of the places does: it may be the one that knows the cart as closed. */
  private CompletionStage<List<Copy>> copies(String tenantId, CartId id) {
    List<Copy> copies = new ArrayList<>();
    return Stages.untilFailure(
            places,
            place -> place.find(tenantId, id).thenAccept(copy -> copy.ifPresent(copies::add)))
        .thenApply(done -> copies);
  }

  private static Optional<Cart> open(StoreKey store, List<Copy> copies) {
    List<Cart> open = new ArrayList<>();
    for (Copy copy : copies) {
      if (!(copy instanceof Copy.Open here)) {
        return Optional.empty();
      }
      open.add(here.cart());
    }
    return open.stream().findFirst().filter(cart -> cart.terminal().store().equals(store));
  }

  /**
   * Empty if a transaction of the cart is in the log, of this service after its retention has
   * removed the cart, or of the predecessor after a crash before it stored the cart as closed.
   */
  private CompletionStage<Optional<Cart>> unlessClosed(Cart cart) {
    CompletionStage<Boolean> closed =
        log.findByClaim(cart.terminal().tenantId(), Transaction.claimOf(cart.id()))
            .thenApply(Optional::isPresent);
    for (PredecessorCarts place : places) {
      closed = closed.thenCompose(is -> is ? Stages.completed(true) : place.hasClosed(cart));
    }
    return closed.thenApply(is -> is ? Optional.empty() : Optional.of(cart));
  }
}
