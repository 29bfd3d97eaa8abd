package dev.poscart.domain.usecase.session;

import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.port.TerminalSessions;
import dev.poscart.domain.usecase.Stages;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletionStage;

/**
 * Sessions of terminals that are not opened and closed: the business date is that of the moment,
 * the counters stay. Nothing is remembered, so a clock that is put right puts the date right, too.
 *
 * <p>Terminals that do not follow the calendar stay as they identified themselves: a terminal
 * service opens their sessions, or their store profile fixes the date.
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
