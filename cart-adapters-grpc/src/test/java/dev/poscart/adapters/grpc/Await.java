package dev.poscart.adapters.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.port.PortException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Waits with a generous bound. */
final class Await {

  private static final Duration BOUND = Duration.ofSeconds(30);

  private Await() {}

  static <T> T valueOf(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
  }

  static PortException failureOf(CompletionStage<?> stage) throws Exception {
    try {
      Object value = valueOf(stage);
      throw new AssertionError("expected a failure, got " + value);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof CompletionException && cause.getCause() != null) {
        cause = cause.getCause();
      }
      if (cause instanceof PortException failure) {
        return failure;
      }
      throw new AssertionError("expected a PortException", cause);
    } catch (TimeoutException e) {
      throw new AssertionError("no end within " + BOUND, e);
    }
  }

  static void until(String what, BooleanSupplier condition) throws InterruptedException {
    until(what, condition, BOUND);
  }

  static void until(String what, BooleanSupplier condition, Duration bound)
      throws InterruptedException {
    long deadline = System.nanoTime() + bound.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).as("waiting until " + what).isNegative();
      Thread.sleep(5);
    }
  }
}
