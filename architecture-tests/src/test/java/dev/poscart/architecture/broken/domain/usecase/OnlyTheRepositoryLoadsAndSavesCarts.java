package dev.poscart.architecture.broken.domain.usecase;

import dev.poscart.architecture.broken.domain.port.CartStore;
import java.util.concurrent.CompletionStage;

final class OnlyTheRepositoryLoadsAndSavesCarts {
  private OnlyTheRepositoryLoadsAndSavesCarts() {}

  static CompletionStage<String> badLoad(CartStore carts) {
    return carts.find("1");
  }

  static CompletionStage<Boolean> badSave(CartStore carts, CompletionStage<String> changed) {
    return changed.thenCompose(carts::replace);
  }

  static CompletionStage<Boolean> badRemoval(CartStore carts) {
    return carts.remove("1");
  }

  static CompletionStage<String> goodList(CartStore carts) {
    return carts.findParked(10);
  }
}
