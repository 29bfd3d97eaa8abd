package dev.poscart.domain.usecase.session;

import static dev.poscart.domain.fixtures.CartTestData.CALENDAR;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static dev.poscart.domain.fixtures.CartTestData.followingCalendar;
import static dev.poscart.domain.fixtures.CartTestData.openedTerminal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalSession;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class CalendarSessionsTest {

  private static final Terminal FOLLOWING = followingCalendar(openedTerminal(TERMINAL));

  private final CalendarSessions sessions = new CalendarSessions(CALENDAR);

  @Test
  void midnight_changesTheDate_butNoCounter() {
    assertThat(current(FOLLOWING, "2026-11-28T23:59:50+09:00").session())
        .isEqualTo(new TerminalSession("20261128", 1, 7));
    assertThat(current(FOLLOWING, "2026-11-29T00:00:11+09:00").session())
        .isEqualTo(new TerminalSession("20261129", 1, 7));
  }

  @Test
  void clockSetBack_setsTheDateBack() {
    current(FOLLOWING, "2027-03-28T12:00:00+09:00");

    assertThat(current(FOLLOWING, "2026-11-28T12:00:00+09:00").session())
        .isEqualTo(new TerminalSession("20261128", 1, 7));
  }

  @Test
  void zoneOfTheTime_doesNotMatter() {
    assertThat(current(FOLLOWING, "2026-11-28T15:00:00Z").session().businessDate())
        .isEqualTo("20261129");
  }

  @Test
  void everythingElse_isUnchanged() {
    assertThat(current(FOLLOWING, "2026-11-28T12:00:00+09:00"))
        .isEqualTo(FOLLOWING.withSession(new TerminalSession("20261128", 1, 7)));
  }

  @Test
  void terminalOpenedElsewhere_keepsItsSession() {
    Terminal opened = openedTerminal(TERMINAL);

    assertThat(current(opened, "2026-11-29T00:00:11+09:00")).isEqualTo(opened);
  }

  private Terminal current(Terminal identified, String at) {
    return Await.result(sessions.current(identified, OffsetDateTime.parse(at)));
  }
}
