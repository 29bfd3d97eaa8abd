package dev.poscart.domain.port;

import dev.poscart.domain.model.Terminal;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/**
 * Knows in which session a terminal is. It is asked at the moment a transaction is decided,
 * whatever was known when the terminal identified itself.
 */
public interface TerminalSessions {

  /**
   * The terminal as it stands at that moment: status, session and staff, all of one state.
   *
   * @param identified the terminal as it identified itself
   * @param at the time of what is about to be booked; where sessions are opened and closed by
   *     people, the latest one counts whatever the time
   */
  CompletionStage<Terminal> current(Terminal identified, OffsetDateTime at);
}
