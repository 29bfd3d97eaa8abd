package dev.poscart.architecture.broken.domain.usecase.change;

import dev.poscart.architecture.broken.domain.port.CartStore;
import java.util.concurrent.CompletionStage;

final class CartRepository {
  private CartRepository() {}

  static CompletionStage<Boolean> replace(CartStore carts, String id) {
    return carts.find(id).thenCompose(carts::replace);
  }
}
