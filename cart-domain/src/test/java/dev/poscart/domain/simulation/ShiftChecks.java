package dev.poscart.domain.simulation;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.DeskEntry.Kind;
import dev.poscart.domain.model.LogEntry;
import dev.poscart.domain.model.SessionCounts;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A till is opened and closed in turn. Whatever is in its log between an opening and its closing
 * belongs to that session, and the closing has counted it.
 */
final class ShiftChecks {

  private final Violations violations;
  private final Database database;
  private final Tally tally;

  ShiftChecks(Violations violations, Database database, Tally tally) {
    this.violations = violations;
    this.database = database;
    this.tally = tally;
  }

  void run() {
    database.entries().values().forEach(entries -> new Shifts().run(entries));
  }

  /** The sessions of one till, in the order of its log. */
  private final class Shifts {

    private Optional<TerminalSession> last = Optional.empty();
    private boolean isOpen = true;
    private List<LogEntry> session = new ArrayList<>();

    void run(List<LogEntry> entries) {
      for (LogEntry entry : entries) {
        if (entry instanceof DeskEntry desk && desk.kind() == Kind.OPENED) {
          opened(desk);
        } else {
          inSession(entry);
        }
      }
    }

    private void opened(DeskEntry entry) {
      violations.expect(!isOpen, "a till that is opened was closed", entry);
      TerminalSession now = entry.session();
      last.ifPresent(
          before ->
              violations.expect(
                  now.businessCounter() == before.businessCounter() + 1
                      && now.businessDate().compareTo(before.businessDate()) >= 0
                      && now.openCounter()
                          == (now.businessDate().equals(before.businessDate())
                              ? before.openCounter() + 1
                              : 1),
                  "a session has the counters after those of the one before",
                  before,
                  entry));
      isOpen = true;
      last = Optional.of(now);
      session = new ArrayList<>(List.of(entry));
    }

    private void inSession(LogEntry entry) {
      violations.expect(isOpen, "nothing is logged for a till that is closed", entry);
      // Before its first opening or closing, a till may follow the calendar.
      boolean isFirst = last.isEmpty();
      violations.expect(
          isFirst || last.equals(Optional.of(entry.session())),
          "an entry belongs to the session in which it is logged",
          last,
          entry);
      if (entry instanceof DeskEntry desk && desk.kind() == Kind.CLOSED) {
        closed(desk, isFirst);
      } else {
        session.add(entry);
      }
    }

    private void closed(DeskEntry entry, boolean isFirst) {
      isOpen = false;
      last = Optional.of(entry.session());
      List<LogEntry> counted =
          isFirst
              ? session.stream().filter(each -> each.session().equals(entry.session())).toList()
              : session;
      SessionCounts counts = entry.counts().orElseThrow();
      List<Transaction> transactions = EntryChecks.transactions(counted);
      List<DeskEntry> cash = counted.stream().flatMap(each -> moved(each).stream()).toList();
      tally.add("transactions in closed sessions", transactions.size());
      violations.expect(
          counts.transactions() == transactions.size()
              && counts.lastTransactionNo().equals(last(transactions))
              && counts.cashMovements() == cash.size(),
          "a closing counts what its session has in the log",
          entry,
          counted);
    }

    private Optional<Integer> last(List<Transaction> transactions) {
      return transactions.stream()
          .map(each -> each.numbers().transactionNo())
          .max(Integer::compare);
    }

    private Optional<DeskEntry> moved(LogEntry entry) {
      return entry instanceof DeskEntry desk
              && (desk.kind().isCash() || desk.state().openingFloat().isPresent())
          ? Optional.of(desk)
          : Optional.empty();
    }
  }
}
