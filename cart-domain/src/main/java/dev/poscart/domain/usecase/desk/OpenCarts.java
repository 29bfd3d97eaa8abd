package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Parking;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.sale.CartParking;
import dev.poscart.domain.sale.Till;
import dev.poscart.domain.usecase.change.CartRepository;
import dev.poscart.domain.usecase.change.ClosingCompletion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * The open carts of a terminal when it is closed: closings are finished, carts with lines are
 * parked, carts without live lines are removed. A cart with tenders has to be billed or cancelled
 * first.
 */
public final class OpenCarts {

  /** Limits how many are read at once. */
  private static final int MAX_CARTS = 1_000;

  private static final int ATTEMPTS = 16;

  private final CartRepository carts;
  private final ClosingCompletion completion;
  private final Till till;

  public OpenCarts(CartRepository carts, ClosingCompletion completion, Till till) {
    this.carts = carts;
    this.completion = completion;
    this.till = till;
  }

  /**
   * Settles the open carts of a terminal.
   *
   * @param parking who parks them and when
   * @return the ids of the parked carts; fails with {@link Refusal#DESK_STATUS} naming a cart with
   *     tenders, after others may have been settled
   */
  CompletionStage<List<CartId>> settle(TerminalKey terminal, Parking parking) {
    return settleAll(terminal, parking, new ArrayList<>());
  }

  /** What is settled is no longer found, so the next look finds what did not fit into this one. */
  private CompletionStage<List<CartId>> settleAll(
      TerminalKey terminal, Parking parking, List<CartId> parked) {
    return carts
        .findOpen(terminal, MAX_CARTS)
        .thenCompose(
            open -> {
              open.stream().filter(OpenCarts::hasTenders).findFirst().ifPresent(OpenCarts::refuse);
              return Stages.untilFailure(
                      open,
                      cart ->
                          settle(cart, parking, 1).thenAccept(done -> done.ifPresent(parked::add)))
                  .thenCompose(
                      done ->
                          open.size() < MAX_CARTS
                              ? Stages.completed(List.copyOf(parked))
                              : settleAll(terminal, parking, parked));
            });
  }

  private static boolean hasTenders(Versioned<Cart> cart) {
    return !cart.value().isClosing() && !cart.value().payments().isEmpty();
  }

  private static void refuse(Versioned<Cart> cart) {
    throw new Refused(
        Refusal.DESK_STATUS,
        "Tenders were taken, ",
        Subject.cart(cart.value().id()),
        " has to be billed or cancelled first");
  }

  /** The id of the cart, if it was parked. */
  private CompletionStage<Optional<CartId>> settle(
      Versioned<Cart> cart, Parking parking, int attempt) {
    if (cart.value().isClosing()) {
      return completion.finish(cart).thenApply(finished -> Optional.empty());
    }
    if (hasTenders(cart)) {
      refuse(cart);
    }
    if (cart.value().lines().stream().noneMatch(LineItem::live)) {
      return carts
          .remove(cart)
          .thenCompose(
              gone ->
                  gone || attempt == ATTEMPTS
                      ? Stages.completed(Optional.empty())
                      : again(cart, parking, attempt));
    }
    Cart entering =
        cart.value().status() == CartStatus.PAYING ? till.resume(cart.value()) : cart.value();
    return carts
        .replace(cart, CartParking.park(entering, parking))
        .thenCompose(
            done ->
                done.isPresent() || attempt == ATTEMPTS
                    ? Stages.completed(done.map(now -> now.value().id()))
                    : again(cart, parking, attempt));
  }

  /** Another request has changed the cart. */
  private CompletionStage<Optional<CartId>> again(
      Versioned<Cart> before, Parking parking, int attempt) {
    return carts
        .findAgain(before.value())
        .thenCompose(
            now ->
                now.filter(cart -> cart.value().isOpen())
                    .map(cart -> settle(cart, parking, attempt + 1))
                    .orElseGet(() -> Stages.completed(Optional.empty())));
  }
}
