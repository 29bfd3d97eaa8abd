package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.CashMovement;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskEntry.Kind;
import dev.poscart.domain.model.DeskState;
import dev.poscart.domain.model.SessionCounts;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.usecase.change.ChangeContext;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What an attempt to book at the desk decides from.
 *
 * @param day the desk entries of the business date concerned
 * @param eventId of the entry, the same in all attempts
 */
record DeskFacts(
    ChangeContext context,
    Kind kind,
    DeskState state,
    List<DeskEntry> day,
    String storeName,
    OffsetDateTime at,
    String eventId) {

  TerminalKey terminal() {
    return context.terminal().key();
  }

  /** The entry that an earlier attempt of the request has made. */
  Optional<DeskEntry> made() {
    Optional<String> change = context.change().map(ChangeId::value);
    return change.flatMap(
        id ->
            day.stream()
                .filter(entry -> entry.kind() == kind)
                .filter(entry -> entry.changeId().equals(Optional.of(id)))
                .findFirst());
  }

  List<DeskEntry> session() {
    return day.stream()
        .filter(entry -> entry.session().businessCounter() == state.session().businessCounter())
        .toList();
  }

  DeskEntry entry(
      String claim, DeskState after, Optional<CashMovement> cash, Optional<SessionCounts> counts) {
    return new DeskEntry(
        terminal(),
        kind,
        "desk:" + terminal().terminalId() + ":" + claim,
        context.change().map(ChangeId::value),
        storeName,
        after,
        cash,
        counts,
        at,
        DeskEntry.NO_NUMBERS,
        "",
        "",
        eventId,
        Optional.empty());
  }
}
