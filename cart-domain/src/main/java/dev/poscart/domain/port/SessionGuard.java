package dev.poscart.domain.port;

import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import java.util.concurrent.CompletionStage;

/**
 * Tells at the last moment in which session a transaction is booked. It is asked after the end of
 * the terminal's log was read; if the transaction then gets the next position, the terminal was not
 * opened or closed in between.
 */
public interface SessionGuard {

  /** Sessions do not end while a transaction is being booked. */
  SessionGuard NONE = (terminal, decided) -> Stages.completed(decided);

  /**
   * The session of a transaction that is appended now.
   *
   * @param decided the session when the transaction was decided
   * @return fails with {@link dev.poscart.domain.model.Refusal#TERMINAL_NOT_OPENED} if the terminal
   *     is closed
   */
  CompletionStage<TerminalSession> current(TerminalKey terminal, TerminalSession decided);
}
