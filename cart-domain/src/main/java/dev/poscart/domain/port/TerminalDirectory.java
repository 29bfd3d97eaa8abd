package dev.poscart.domain.port;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Authenticates and finds terminals. */
public interface TerminalDirectory {

  /**
   * Authenticates a terminal by its API key.
   *
   * @return empty if the terminal is unknown or the key is wrong, without telling which
   */
  CompletionStage<Optional<Terminal>> authenticate(TerminalKey terminal, String apiKey);

  /**
   * Finds a terminal whose bearer was authenticated by other means.
   *
   * @param notBefore the result must not come from a cache older than this
   * @return empty if the directory does not know the terminal
   */
  CompletionStage<Optional<Terminal>> find(TerminalKey terminal, Instant notBefore);
}
