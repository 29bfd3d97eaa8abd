package dev.poscart.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Health as set by a test. */
final class StubHealth implements HealthSource {

  volatile CompletableFuture<HealthReport> state =
      CompletableFuture.completedFuture(HealthReport.HEALTHY);

  @Override
  public CompletionStage<HealthReport> liveness() {
    return CompletableFuture.completedFuture(HealthReport.HEALTHY);
  }

  @Override
  public CompletionStage<HealthReport> readiness() {
    return state;
  }

  @Override
  public CompletionStage<HealthReport> details() {
    return state;
  }
}
