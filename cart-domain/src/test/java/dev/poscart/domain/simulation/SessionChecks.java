package dev.poscart.domain.simulation;

import dev.poscart.domain.model.Closing;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.simulation.Operation.Close;
import dev.poscart.domain.simulation.Operation.Reverse;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Date and counters of each entry belong to one session: that of the till when the entry was
 * requested or, if the till follows the calendar, the date of the entry's time.
 */
final class SessionChecks {

  private final Violations violations;
  private final Evidence evidence;

  SessionChecks(Violations violations, Evidence evidence) {
    this.violations = violations;
    this.evidence = evidence;
  }

  void run() {
    for (Logged entry : evidence.database().log()) {
      Transaction transaction = entry.transaction;
      violations.expect(
          evidence.history().stream()
              .filter(attempt -> attempt.mayBeDone() && isFor(transaction, attempt))
              .anyMatch(attempt -> session(attempt, transaction).equals(transaction.session())),
          "an entry has date and counters of its till's session",
          transaction);
    }
  }

  private static boolean isFor(Transaction entry, Attempt attempt) {
    if (!attempt.terminal().equals(entry.terminal())) {
      return false;
    }
    if (attempt.operation() instanceof Close close) {
      return entry.claim().equals(Transaction.claimOf(close.id()))
          && entry.sales().cancelled() == (close.kind() == Closing.Kind.CANCEL);
    }
    return attempt.operation() instanceof Reverse reverse
        && entry.origin().filter(origin -> isOf(origin, reverse.original())).isPresent()
        && reverse.voids() == (entry.type() != TransactionType.RETURN);
  }

  private static boolean isOf(Origin origin, TransactionKey original) {
    return origin.terminal().equals(original.terminal())
        && origin.numbers().transactionNo() == original.transactionNo();
  }

  private TerminalSession session(Attempt attempt, Transaction entry) {
    TerminalSession presented = attempt.presented().session();
    return attempt.presented().followsCalendar() ? presented.on(dateOf(entry)) : presented;
  }

  private String dateOf(Transaction entry) {
    LocalDate date = entry.generatedAt().toLocalDate();
    boolean early = entry.generatedAt().toLocalTime().isBefore(evidence.dayStartsAt());
    return date.minusDays(early ? 1 : 0).format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
