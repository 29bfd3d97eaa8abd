package dev.poscart.domain.usecase.cart;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.Versioned;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.usecase.change.CartChange;
import java.util.concurrent.CompletionStage;

/** Explains how the amounts of a cart were calculated. */
public final class ExplanationService {

  private final CartChange carts;
  private final Calculation calculation;

  public ExplanationService(CartChange carts, Calculation calculation) {
    this.carts = carts;
    this.calculation = calculation;
  }

  /** Explains a cart in any state, with the version that is explained. */
  public CompletionStage<Versioned<Explanation>> explain(Terminal terminal, CartId id) {
    return Stages.attempt(
        () ->
            carts
                .load(terminal, id)
                .thenApply(
                    cart -> new Versioned<>(calculation.explain(cart.value()), cart.version())));
  }
}
