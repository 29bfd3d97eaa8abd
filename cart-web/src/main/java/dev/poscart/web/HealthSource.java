package dev.poscart.web;

import java.util.concurrent.CompletionStage;

/**
 * Provides the health of the process. Checks have no side effects: they write no record and publish
 * no message. A stage that fails or times out counts as unhealthy.
 */
public interface HealthSource {

  /** Whether the process works at all; if not, only a restart helps. */
  CompletionStage<HealthReport> liveness();

  /** Whether the service can process a sale now. */
  CompletionStage<HealthReport> readiness();

  /** The health of all parts, peer services included. */
  CompletionStage<HealthReport> details();
}
