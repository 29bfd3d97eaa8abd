package dev.poscart.domain.port;

import dev.poscart.domain.model.Terminal;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/**
 * Provides the current session of a terminal. It is queried when a transaction is decided, whatever
 * was known when the terminal was authenticated.
 */
public interface TerminalSessions {

  /**
   * The terminal at this moment, with status, session and staff from a single consistent state.
   *
   * @param identified the terminal as it was authenticated
   * @param at the time of the transaction; if sessions are opened and closed manually, the latest
   *     one counts, whatever the time
   */
  CompletionStage<Terminal> current(Terminal identified, OffsetDateTime at);
}
