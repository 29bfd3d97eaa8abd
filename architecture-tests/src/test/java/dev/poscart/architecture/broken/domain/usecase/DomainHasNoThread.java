package dev.poscart.architecture.broken.domain.usecase;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

@SuppressWarnings("all")
final class DomainHasNoThread {
  private DomainHasNoThread() {}

  static Object badThread(Runnable task) {
    return new Thread(task);
  }

  static Object badPool() {
    return Executors.newCachedThreadPool();
  }

  static Object badAsync(CompletionStage<Integer> stage) {
    return stage.thenApplyAsync(value -> value + 1);
  }

  static Object badTimeout(CompletableFuture<Integer> future) {
    return future.orTimeout(1, TimeUnit.SECONDS);
  }

  static long badParallel(List<String> lines) {
    return lines.parallelStream().count();
  }

  static Object goodStage(CompletionStage<Integer> stage) {
    return stage.thenApply(value -> value + 1);
  }
}
