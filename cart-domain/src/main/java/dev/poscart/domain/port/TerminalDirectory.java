package dev.poscart.domain.port;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Knows the terminals and their API keys. */
public interface TerminalDirectory {

  /**
   * Identifies a terminal by its key.
   *
   * @return empty if there is no such terminal or the key is not its own; which of the two is not
   *     told
   */
  CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey);
}
