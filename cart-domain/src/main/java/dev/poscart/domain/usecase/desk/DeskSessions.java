package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.TerminalSessions;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/**
 * The sessions of terminals that the desk opens and closes. Those that it has not taken over have
 * the sessions that they had without it.
 */
public final class DeskSessions implements TerminalSessions, SessionGuard {

  private final DeskStates states;
  private final DeskLog log;
  private final TerminalSessions otherwise;

  public DeskSessions(DeskStates states, DeskLog log, TerminalSessions otherwise) {
    this.states = states;
    this.log = log;
    this.otherwise = otherwise;
  }

  @Override
  public CompletionStage<Terminal> current(Terminal identified, OffsetDateTime at) {
    return otherwise
        .current(identified, at)
        .thenCompose(
            without ->
                states
                    .read(identified, at.toInstant())
                    .thenApply(known -> known.isOfDesk() ? live(without, known) : without));
  }

  /** The session of a terminal that was never opened or closed here is that of the time given. */
  private static Terminal live(Terminal without, DeskStates.Known known) {
    Terminal live = without.at(known.state());
    return known.shift().isPresent() ? live : live.withSession(without.session());
  }

  @Override
  public CompletionStage<TerminalSession> current(TerminalKey terminal, TerminalSession decided) {
    return log.findLastShift(terminal)
        .thenApply(shift -> shift.map(DeskSessions::session).orElse(decided));
  }

  private static TerminalSession session(DeskEntry shift) {
    if (!shift.state().isOpened()) {
      throw new Refused(
          Refusal.TERMINAL_NOT_OPENED,
          "Terminal " + shift.terminal().terminalId() + " is not opened");
    }
    return shift.session();
  }
}
