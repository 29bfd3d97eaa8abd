package dev.poscart.adapters.sqlite;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Turns exceptions into failed stages, because a port never throws in the calling thread. */
final class Stages {

  private Stages() {}

  static <T> CompletionStage<T> of(Supplier<CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(SqliteFailures.of(e));
    }
  }
}
