package dev.poscart.domain.usecase.session;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.TerminalSessions;
import dev.poscart.domain.usecase.RecordedTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/**
 * Reads the current time together with the terminal's state at that time. If a request arrives
 * before midnight and its transaction is decided after it, both its time and its business date are
 * those after midnight.
 */
public final class BookingClock {

  private final TerminalSessions sessions;
  private final Clock clock;

  /**
   * Creates a clock.
   *
   * @param clock in the store's time zone
   */
  public BookingClock(TerminalSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Time and terminal state of a transaction that is decided now. */
  public CompletionStage<Booking> now(Terminal identified) {
    OffsetDateTime at = RecordedTime.now(clock);
    return sessions.current(identified, at).thenApply(terminal -> new Booking(terminal, at));
  }
}
