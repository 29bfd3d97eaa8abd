package dev.poscart.domain.port;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalToken;
import java.util.concurrent.CompletionStage;

/** Issues tokens with which terminals authenticate. */
public interface TerminalTokens {

  /** Issues a token that says what the terminal is now: status, session and staff. */
  CompletionStage<TerminalToken> issue(Terminal terminal);
}
