package dev.poscart.domain.port;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** Helpers for completion stages. */
public final class Stages {

  private Stages() {}

  /** A completed stage. */
  public static <T> CompletionStage<T> completed(T value) {
    return CompletableFuture.completedFuture(value);
  }

  /** The stage that the body returns, or a failed one if the body throws. */
  public static <T> CompletionStage<T> attempt(Supplier<CompletionStage<T>> body) {
    return attempt(body, thrown -> thrown);
  }

  /** The same; the failed stage holds the translated exception. */
  public static <T> CompletionStage<T> attempt(
      Supplier<CompletionStage<T>> body, Function<RuntimeException, Throwable> translation) {
    try {
      return body.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(translation.apply(e));
    }
  }

  /**
   * Runs a step for each value, one after the other, even after a step has failed.
   *
   * @return fails with the first failure after all steps have run
   */
  public static <T> CompletionStage<Void> inTurn(
      Collection<T> values, Function<T, CompletionStage<Void>> step) {
    List<Throwable> failures = new ArrayList<>();
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (T value : values) {
      done =
          done.thenCompose(before -> attempt(() -> step.apply(value)))
              .exceptionally(
                  failure -> {
                    failures.add(failure);
                    return null;
                  });
    }
    return done.thenCompose(
        over ->
            failures.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(cause(failures.get(0))));
  }

  /** Runs a step for each value, one after the other, until one fails. */
  public static <T> CompletionStage<Void> untilFailure(
      Collection<T> values, Function<T, CompletionStage<Void>> step) {
    CompletionStage<Void> done = CompletableFuture.completedFuture(null);
    for (T value : values) {
      done = done.thenCompose(before -> step.apply(value));
    }
    return done;
  }

  /** The cause of a failure, without the wrappers that dependent stages add. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause(cause) : failure;
  }
}
