package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.BusinessCalendar;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.FunctionMode;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalRecord;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.ZPrints;
import dev.poscart.domain.port.DeskLog;
import dev.poscart.domain.port.TerminalRecords;
import dev.poscart.domain.port.Versioned;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Reads the states of terminals. The log is the truth about openings and closings; staff, function
 * mode and description are in the terminal's record. What neither of them says is as registered.
 */
public final class DeskStates {

  private final DeskLog log;
  private final TerminalRecords records;
  private final BusinessCalendar calendar;

  public DeskStates(DeskLog log, TerminalRecords records, BusinessCalendar calendar) {
    this.log = log;
    this.records = records;
    this.calendar = calendar;
  }

  /**
   * What is known of a terminal.
   *
   * @param shift its latest opening or closing
   * @param record empty: as registered
   */
  record Known(
      DeskState state, Optional<DeskEntry> shift, Optional<Versioned<TerminalRecord>> record) {

    /** Whether the desk has done anything for the terminal. */
    boolean isOfDesk() {
      return shift.isPresent() || record.isPresent();
    }

    TerminalRecord recordOrNew() {
      return record
          .map(Versioned::value)
          .orElseGet(
              () ->
                  new TerminalRecord(
                      state.staff(),
                      state.functionMode(),
                      state.description(),
                      Optional.empty(),
                      ZPrints.NONE));
    }

    long recordVersion() {
      return record.map(Versioned::version).orElse(TerminalRecords.ABSENT);
    }
  }

  /** The state of a terminal at this moment, also of one that the desk has not taken over. */
  public CompletionStage<DeskState> state(Terminal registered, Instant now) {
    return read(registered, now).thenApply(Known::state);
  }

  /** The terminal as it is at this moment; as registered if the desk has not taken it over. */
  public CompletionStage<Terminal> live(Terminal registered, Instant now) {
    return read(registered, now)
        .thenApply(known -> known.isOfDesk() ? registered.at(known.state()) : registered);
  }

  CompletionStage<Known> read(Terminal registered, Instant now) {
    TerminalKey key = registered.key();
    return log.findLastShift(key)
        .thenCombine(
            records.find(key),
            (shift, record) -> new Known(state(registered, now, shift, record), shift, record));
  }

  private DeskState state(
      Terminal registered,
      Instant now,
      Optional<DeskEntry> shift,
      Optional<Versioned<TerminalRecord>> record) {
    Optional<Staff> staff = record.map(stored -> stored.value().staff()).orElse(registered.staff());
    return new DeskState(
        shift.map(entry -> entry.state().status()).orElse(registered.status()),
        shift.map(DeskEntry::session).orElseGet(() -> seed(registered, now)),
        shift.flatMap(entry -> entry.state().openingFloat()),
        shift.flatMap(entry -> entry.state().countedCash()),
        staff,
        record.map(stored -> stored.value().functionMode()).orElse(FunctionMode.MAIN_MENU),
        record.map(stored -> stored.value().description()).orElse(""));
  }

  /** The session of a terminal that was not opened or closed here yet. */
  private TerminalSession seed(Terminal registered, Instant now) {
    if (registered.status() == Terminal.Status.IDLE) {
      return new TerminalSession("", 0, 0);
    }
    return registered.followsCalendar()
        ? registered.session().on(calendar.dateAt(now))
        : registered.session();
  }
}
