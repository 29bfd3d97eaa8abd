package dev.poscart.domain.usecase.reversal;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;

/**
 * Which transactions a terminal may void; others it may return. What belongs to a session that the
 * shop's own desk has closed can never be voided, because its cash was counted.
 */
public enum VoidScope {
  /** Those of the current business date and session. */
  SESSION,
  /** Those of any session. */
  ANY,
  /** Those of the current session for terminals that count their receipts, any for others. */
  BY_TERMINAL;

  /**
   * Checks that a terminal may void a transaction.
   *
   * @param terminal in its state at the void
   * @throws Refused with {@link Refusal#VOID_OUT_OF_SESSION}
   */
  void check(Terminal terminal, Transaction original) {
    TerminalSession now = terminal.session();
    TerminalSession of = original.session();
    if (!allows(terminal, of)) {
      throw new Refused(
          Refusal.VOID_OUT_OF_SESSION,
          "The transaction is of session ",
          of.businessCounter(),
          " on ",
          of.businessDate(),
          " (expected: session ",
          now.businessCounter(),
          " on ",
          now.businessDate(),
          "); return it");
    }
  }

  private boolean allows(Terminal terminal, TerminalSession of) {
    boolean sameSession = of.businessCounter() == terminal.session().businessCounter();
    boolean sameDay = of.businessDate().equals(terminal.session().businessDate());
    return (sameSession || !terminal.ofDesk())
        && (isUnbounded(terminal) || (sameSession && sameDay));
  }

  private boolean isUnbounded(Terminal terminal) {
    return this == ANY || (this == BY_TERMINAL && !terminal.countsReceipts());
  }
}
