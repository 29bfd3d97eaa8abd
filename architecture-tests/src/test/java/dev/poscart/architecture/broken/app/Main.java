package dev.poscart.architecture.broken.app;

import java.util.concurrent.CompletableFuture;

@SuppressWarnings("all")
final class Main {
  private Main() {}

  static int run(CompletableFuture<Integer> future) {
    return future.join();
  }
}
