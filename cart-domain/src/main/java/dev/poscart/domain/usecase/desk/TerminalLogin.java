package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalToken;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalTokens;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Gives terminals tokens that say what they are at this moment. */
public final class TerminalLogin {

  private final DeskStates states;
  private final Optional<TerminalTokens> tokens;
  private final Clock clock;

  /**
   * @param tokens empty: terminals authenticate by API key only
   */
  public TerminalLogin(DeskStates states, Optional<TerminalTokens> tokens, Clock clock) {
    this.states = states;
    this.tokens = tokens;
    this.clock = clock;
  }

  /**
   * Issues a token.
   *
   * @return fails with {@link Refusal#INVALID_OPERATION} if there are none
   */
  public CompletionStage<TerminalToken> issue(Terminal terminal) {
    return Stages.attempt(
        () ->
            renewed(terminal)
                .thenApply(
                    token ->
                        token.orElseThrow(
                            () ->
                                new Refused(
                                    Refusal.INVALID_OPERATION,
                                    "No secret is configured, so no tokens are issued"))));
  }

  /** A token of a terminal that has changed; empty if there are none. */
  public CompletionStage<Optional<TerminalToken>> renewed(Terminal terminal) {
    return tokens
        .map(
            issuer ->
                states
                    .state(terminal, clock.instant())
                    .thenCompose(state -> issuer.issue(terminal.at(state)))
                    .thenApply(Optional::of))
        .orElseGet(() -> Stages.completed(Optional.empty()));
  }
}
