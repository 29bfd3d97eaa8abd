package dev.poscart.domain.simulation;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.port.TerminalSessions;
import dev.poscart.domain.usecase.session.CalendarSessions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * The session of each till: some tills are reopened occasionally, the others follow the calendar,
 * whose next day begins while they sell.
 */
final class Sessions {

  private static final TerminalSession FIRST = new TerminalSession("20261122", 1, 41);
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  private final LocalTime dayStartsAt;
  private final boolean datesMove;
  private final boolean ofDesk;
  private final Set<String> following = new TreeSet<>();
  private final Map<String, TerminalSession> opened = new TreeMap<>();

  /**
   * Every till is in its first session.
   *
   * @param datesMove whether the service learns the dates of later sessions
   * @param ofDesk whether the shop's own desk opens and closes the tills
   */
  Sessions(Chance chance, boolean datesMove, boolean ofDesk) {
    // Simulated time begins at nine o'clock in the morning.
    this.dayStartsAt = LocalTime.of(9, 0).plusSeconds(chance.between(0, 180));
    this.datesMove = datesMove;
    this.ofDesk = ofDesk;
    for (TerminalKey till : Shops.TILLS) {
      if (chance.coin()) {
        following.add(till.terminalId());
      }
    }
  }

  LocalTime dayStartsAt() {
    return dayStartsAt;
  }

  /** A till with staff, as it identifies itself now. */
  Terminal terminal(TerminalKey key) {
    Terminal terminal =
        CartTestData.openedTerminal(key).withSession(opened.getOrDefault(key.terminalId(), FIRST));
    return following.contains(key.terminalId())
        ? CartTestData.followingCalendar(terminal)
        : terminal;
  }

  /** Closes and reopens a till; has no effect if the till follows the calendar. */
  void openAnew(TerminalKey key, boolean onTheNextDay) {
    if (!following.contains(key.terminalId())) {
      opened.merge(
          key.terminalId(),
          next(FIRST, onTheNextDay),
          (session, fromFirst) -> next(session, onTheNextDay));
    }
  }

  private static TerminalSession next(TerminalSession session, boolean onTheNextDay) {
    DateTimeFormatter form = DateTimeFormatter.BASIC_ISO_DATE;
    LocalDate date = LocalDate.parse(session.businessDate(), form);
    return new TerminalSession(
        date.plusDays(onTheNextDay ? 1 : 0).format(form),
        onTheNextDay ? 1 : session.openCounter() + 1,
        session.businessCounter() + 1);
  }

  /** The calendar of the shop's own desk, if it opens and closes the tills. */
  Optional<BusinessCalendar> desk() {
    return ofDesk ? Optional.of(new BusinessCalendar(TOKYO, dayStartsAt)) : Optional.empty();
  }

  /** What the service asks. */
  TerminalSessions port() {
    return datesMove
        ? new CalendarSessions(new BusinessCalendar(TOKYO, dayStartsAt))
        : (identified, at) ->
            CompletableFuture.completedFuture(
                identified.withSession(identified.session().on(FIRST.businessDate())));
  }
}
