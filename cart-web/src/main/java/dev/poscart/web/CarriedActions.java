package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.SignedSnapshot;
import dev.poscart.domain.usecase.carry.CarriedCarts;
import dev.poscart.web.Authentication.TerminalAction;
import java.util.Optional;

/** Gives actions the cart that a request brings, once it is verified. */
final class CarriedActions {

  private final Optional<CarriedCarts> carried;

  /**
   * @param carried empty: all carts are stored
   */
  CarriedActions(Optional<CarriedCarts> carried) {
    this.carried = carried;
  }

  /** Wraps an action that changes a cart. */
  TerminalAction of(TerminalAction action) {
    return carried.map(carts -> of(carts, action)).orElse(action);
  }

  /** Wraps a void or return, which may bring the terminal's own numbers, signed or not. */
  TerminalAction numbered(TerminalAction action) {
    return carried.map(carts -> numbered(carts, action)).orElse(action);
  }

  private static TerminalAction numbered(CarriedCarts carts, TerminalAction action) {
    return (terminal, request) -> {
      Optional<SignedSnapshot> signed = request.snapshot();
      if (signed.isPresent()) {
        return carts
            .receiveNumbers(terminal, signed.get())
            .thenCompose(numbers -> action.run(terminal, request.numbered(numbers)));
      }
      return action.run(
          terminal,
          FinalizeContext.ofReversal(request, carts.zone())
              .map(carts::accept)
              .map(request::numbered)
              .orElse(request));
    };
  }

  private static TerminalAction of(CarriedCarts carts, TerminalAction action) {
    return (terminal, request) -> {
      Optional<SignedSnapshot> snapshot = request.snapshot();
      if (snapshot.isPresent()) {
        return carts
            .receive(terminal, request.cartId(), snapshot.get())
            .thenCompose(cart -> action.run(terminal, request.carrying(cart)));
      }
      if (carts.isRequired()) {
        throw new Refused(
            Refusal.SNAPSHOT_REQUIRED, "Carts are carried here, and the request brings none");
      }
      return action.run(terminal, request);
    };
  }
}
