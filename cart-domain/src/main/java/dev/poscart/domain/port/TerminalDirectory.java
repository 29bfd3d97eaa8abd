package dev.poscart.domain.port;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import java.time.Instant;
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

  /**
   * Finds a terminal whose bearer has proven otherwise who it is.
   *
   * @param notBefore a directory that remembers answers must not answer with an older one
   * @return empty if the directory does not know the terminal
   */
  CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore);
}
