package dev.poscart.domain.usecase.access;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalDirectory;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Authenticates terminals by their API keys. */
public final class TerminalAuthentication {

  private final TerminalDirectory terminals;

  public TerminalAuthentication(TerminalDirectory terminals) {
    this.terminals = terminals;
  }

  /**
   * Authenticates the caller by terminal id and API key.
   *
   * @return fails with {@link Refusal#NOT_AUTHENTICATED} for an unknown terminal, a malformed id
   *     and a wrong key alike
   */
  public CompletionStage<Terminal> authenticate(String terminalId, String apiKey) {
    return Stages.attempt(
        () ->
            TerminalKey.parse(terminalId)
                .map(key -> terminals.authenticate(key, apiKey))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                .thenApply(
                    found ->
                        found.orElseThrow(
                            () -> new Refused(Refusal.NOT_AUTHENTICATED, "Invalid API key"))));
  }
}
