package dev.poscart.web;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.usecase.TerminalAuthentication;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Lets only terminals through. */
final class Authentication {

  private final TerminalAuthentication terminals;

  Authentication(TerminalAuthentication terminals) {
    this.terminals = terminals;
  }

  /** An action for terminals as an action for everybody. */
  Endpoint.Action terminal(TerminalAction action) {
    return request -> authenticate(request).thenCompose(terminal -> action.run(terminal, request));
  }

  private CompletionStage<Terminal> authenticate(ApiRequest request) {
    Optional<String> terminalId = request.terminalId();
    Optional<String> apiKey = request.apiKey();
    if (terminalId.isEmpty() || apiKey.isEmpty()) {
      throw new Refused(Refusal.NOT_AUTHENTICATED, "Terminal JWT or API key required");
    }
    return terminals.authenticate(terminalId.get(), apiKey.get());
  }

  /** What a known terminal can ask for. */
  @FunctionalInterface
  interface TerminalAction {
    CompletionStage<Rendered> run(Terminal terminal, ApiRequest request);
  }
}
