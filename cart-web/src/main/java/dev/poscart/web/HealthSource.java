package dev.poscart.web;

import java.util.concurrent.CompletionStage;

/**
 * How the process is. Asking touches nothing: no record is written, no message published. A stage
 * that fails or does not complete in time counts as unhealthy.
 */
public interface HealthSource {

  /** Whether the process works at all; unhealthy means that only a restart helps. */
  CompletionStage<HealthReport> liveness();

  /** Whether a sale can be rung up now. */
  CompletionStage<HealthReport> readiness();

  /** Everything that is known, peer services included. */
  CompletionStage<HealthReport> details();
}
