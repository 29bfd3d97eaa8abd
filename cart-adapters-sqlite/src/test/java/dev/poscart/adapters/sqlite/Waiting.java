package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.port.PortException;
import java.util.concurrent.CompletionStage;

/** Waits for what must not succeed. */
final class Waiting {

  private Waiting() {}

  static PortException failure(CompletionStage<?> stage) {
    if (Await.failure(stage) instanceof PortException failure) {
      return failure;
    }
    throw new AssertionError("expected the failure of a port");
  }
}
