package dev.poscart.domain.usecase.session;

import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TerminalSessions;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/**
 * The sessions of terminals that follow the calendar: the business date is that of the moment, the
 * counters do not change. It keeps no state, so correcting the system clock also corrects the date.
 *
 * <p>Other terminals stay as they were authenticated: a terminal service opens their sessions, or
 * their store profile fixes the date.
 */
public final class CalendarSessions implements TerminalSessions {

  private final BusinessCalendar calendar;

  public CalendarSessions(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  @Override
  public CompletionStage<Terminal> current(Terminal identified, OffsetDateTime at) {
    return Stages.completed(
        identified.followsCalendar()
            ? identified.withSession(identified.session().on(calendar.dateAt(at.toInstant())))
            : identified);
  }
}
