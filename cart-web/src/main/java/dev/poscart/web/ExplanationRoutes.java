package dev.poscart.web;

import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.usecase.cart.ExplanationService;
import java.util.concurrent.CompletionStage;

/** The route that explains the amounts of a cart. */
final class ExplanationRoutes {

  private final ExplanationService explanations;

  ExplanationRoutes(ExplanationService explanations) {
    this.explanations = explanations;
  }

  CompletionStage<Renderable> explain(Terminal terminal, ApiRequest request) {
    CartId id = request.cartId();
    return explanations
        .explain(terminal, id)
        .thenApply(
            explained ->
                new VersionedReply(
                    new Reply(
                        200,
                        "explain_cart",
                        "Cart explained. cart_id: " + id,
                        new ExplanationJson(id.value(), explained.value()),
                        JsonValueWriter.NULL),
                    explained.version()));
  }
}
