package dev.poscart.domain.usecase.desk;

import dev.poscart.domain.model.DeskEntry;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.SessionCounts;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.port.TransactionQuery.Field;
import dev.poscart.domain.port.TransactionQuery.SortKey;
import dev.poscart.domain.report.SalesFigures;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Figures of a session, from the log. */
final class SessionFigures {

  private static final int ALL = 0;

  private final TransactionLog transactions;

  SessionFigures(TransactionLog transactions) {
    this.transactions = transactions;
  }

  /**
   * What is in the log for a session.
   *
   * @param desk the desk entries of the session
   */
  CompletionStage<SessionCounts> counts(
      TerminalKey terminal, TerminalSession session, List<DeskEntry> desk) {
    List<OffsetDateTime> cash =
        desk.stream().filter(SessionFigures::movesCash).map(DeskEntry::generatedAt).toList();
    return transactions
        .query(query(terminal, session, 1, true))
        .thenApply(
            page ->
                new SessionCounts(
                    Math.toIntExact(page.total()),
                    page.transactions().stream()
                        .findFirst()
                        .map(last -> last.numbers().transactionNo()),
                    cash.size(),
                    cash.stream().reduce((earlier, later) -> later)));
  }

  /** The cash that should be in the drawer. */
  CompletionStage<Money> expectedCash(
      TerminalKey terminal, TerminalSession session, List<DeskEntry> desk) {
    Money moved = Money.sum(desk, SessionFigures::cash);
    return transactions
        .query(query(terminal, session, ALL, false))
        .thenApply(page -> moved.plus(Money.sum(page.transactions(), SessionFigures::taken)));
  }

  private static boolean movesCash(DeskEntry entry) {
    return entry.kind().isCash()
        || (entry.kind() == DeskEntry.Kind.OPENED && entry.state().openingFloat().isPresent());
  }

  private static Money cash(DeskEntry entry) {
    return entry.kind() == DeskEntry.Kind.OPENED
        ? entry.state().openingFloat().orElse(Money.ZERO)
        : entry.signedAmount();
  }

  /** As reports count it, so that the drawer has one expected amount. */
  private static Money taken(Transaction transaction) {
    return SalesFigures.of(transaction).takings().cash();
  }

  private static TransactionQuery query(
      TerminalKey terminal, TerminalSession session, int limit, boolean includeCancelled) {
    return new TransactionQuery(
        terminal,
        Optional.of(session.businessDate()),
        Optional.of(session.openCounter()),
        Optional.empty(),
        Set.of(),
        includeCancelled,
        limit,
        1,
        List.of(new SortKey(Field.TRANSACTION_NO, false)));
  }
}
