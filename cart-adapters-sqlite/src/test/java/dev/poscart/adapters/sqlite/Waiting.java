package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.port.PortException;
import java.util.concurrent.CompletionStage;

/** Waits for what must not succeed. */
final class Waiting {

  private Waiting() {}

  static PortException trouble(CompletionStage<?> stage) {
    if (Await.failure(stage) instanceof PortException trouble) {
      return trouble;
    }
    throw new AssertionError("expected the trouble of a port");
  }
}
