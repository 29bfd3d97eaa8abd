package dev.poscart.domain.usecase.session;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.TerminalSessions;
import dev.poscart.domain.usecase.RecordedTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/**
 * Reads the time and the terminal's state of that time together. A transaction whose request came
 * before midnight and that is decided after it has both its time and its business date from after.
 */
public final class BookingClock {

  private final TerminalSessions sessions;
  private final Clock clock;

  /**
   * A clock that shows sessions, too.
   *
   * @param clock in the store's time zone
   */
  public BookingClock(TerminalSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** What is booked under if it is decided now. */
  public CompletionStage<Booking> now(Terminal identified) {
    OffsetDateTime at = RecordedTime.now(clock);
    return sessions.current(identified, at).thenApply(terminal -> new Booking(terminal, at));
  }
}
