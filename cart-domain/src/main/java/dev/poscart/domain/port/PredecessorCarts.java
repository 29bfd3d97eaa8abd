package dev.poscart.domain.port;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One place where the service that ran before this one, kugelpos's cart service, keeps its carts.
 * They are looked up there to be carried on here.
 */
public interface PredecessorCarts {

  /** A cart as the predecessor stored it last. */
  sealed interface Copy {

    /** The cart can go on. */
    record Open(Cart cart) implements Copy {}

    /** The cart is completed or cancelled. What it contains does not matter any more. */
    record Closed() implements Copy {}
  }

  /**
   * Finds a cart.
   *
   * @return empty if there is none; fails with {@link PortException.Category#UNREADABLE} if there
   *     is an open one that cannot be read as a whole
   */
  CompletionStage<Optional<Copy>> find(String tenantId, CartId id);

  /** Whether records other than the cart itself say that the predecessor has closed it. */
  default CompletionStage<Boolean> hasClosed(Cart cart) {
    return Stages.completed(false);
  }

  /**
   * Removes a cart that this service has taken over, so that the predecessor does not sell it as
   * well. Completes normally even if that fails.
   */
  default CompletionStage<Void> remove(CartId id) {
    return CompletableFuture.completedFuture(null);
  }
}
