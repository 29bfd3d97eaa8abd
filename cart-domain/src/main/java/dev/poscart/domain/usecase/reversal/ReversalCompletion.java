package dev.poscart.domain.usecase.reversal;

import dev.poscart.domain.model.CarryIncident;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.CarryAudit;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.sale.Reversal;
import dev.poscart.domain.sale.SaleHistory;
import dev.poscart.domain.usecase.numbering.Numbering;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Appends reversals to the log: reads the history of the sale, lets the rules decide, and appends
 * the reversal at the next place of that history. If another till has taken the place meanwhile,
 * nothing was written, and it starts over.
 */
final class ReversalCompletion {

  /** Each lost race means that another reversal of the same sale was logged. */
  private static final int ATTEMPTS = 64;

  private final TransactionLog log;
  private final Numbering numbering;
  private final CarryAudit audit;

  ReversalCompletion(TransactionLog log, SessionGuard guard, CarryAudit audit) {
    this.log = log;
    this.numbering = new Numbering(log, guard);
    this.audit = audit;
  }

  /**
   * Decides on a reversal and appends it.
   *
   * @param change also the id of the reversal's event, so that the reversal of an earlier attempt
   *     is found in the history
   * @param numbers given by the terminal; empty: the next ones
   * @param rule refuses, or creates the reversal that claims the next place of the history
   */
  CompletionStage<Transaction> append(
      Optional<ChangeId> change,
      Optional<TerminalNumbers> numbers,
      Transaction original,
      NumberRange range,
      Function<SaleHistory, Reversal> rule) {
    // A void has no history; the rules refuse to reverse it.
    LogPosition sale = SaleHistory.saleOf(original).orElseGet(original::position);
    return append(new Wanted(change, numbers, original, sale, range, rule), 1);
  }

  /** What all attempts to append have in common. */
  private record Wanted(
      Optional<ChangeId> change,
      Optional<TerminalNumbers> numbers,
      Transaction original,
      LogPosition sale,
      NumberRange range,
      Function<SaleHistory, Reversal> rule) {

    boolean isMadeBy(Transaction reversal) {
      return change.map(id -> reversal.eventId().equals(id.value())).orElse(false);
    }
  }

  private CompletionStage<Transaction> append(Wanted wanted, int attempt) {
    return log.findReversals(wanted.sale().tenantId(), Set.of(wanted.sale()))
        .thenCompose(
            found ->
                found.stream()
                    .filter(wanted::isMadeBy)
                    .findFirst()
                    .<CompletionStage<Transaction>>map(CompletableFuture::completedFuture)
                    .orElseGet(
                        () -> decided(wanted, SaleHistory.of(wanted.sale(), found), attempt)));
  }

  private CompletionStage<Transaction> decided(Wanted wanted, SaleHistory history, int attempt) {
    Reversal reversal = wanted.rule().apply(history);
    return numbering
        .append(reversal.terminal(), wanted.numbers(), wanted.range(), reversal::transaction)
        .exceptionallyCompose(
            failure -> noted(wanted.change(), reversal.terminal(), Stages.cause(failure)))
        .thenCompose(
            entry ->
                entry.mine()
                    ? CompletableFuture.completedFuture(entry.transaction())
                    : again(wanted, attempt));
  }

  /** A number that is taken is worth a record, as with a closing. */
  private CompletionStage<Numbering.Entry> noted(
      Optional<ChangeId> change, TerminalKey terminal, Throwable failure) {
    CompletionStage<Numbering.Entry> failed = CompletableFuture.failedFuture(failure);
    return change.isPresent()
            && failure instanceof Refused refused
            && refused.refusal() == Refusal.CLOSED_OTHERWISE
        ? audit
            .note(
                new CarryIncident(
                    CarryIncident.Kind.CLOSED_OTHERWISE,
                    terminal,
                    new CartId(change.get().value()),
                    refused.detail()))
            .thenCompose(noted -> failed)
        : failed;
  }

  private CompletionStage<Transaction> again(Wanted wanted, int attempt) {
    if (attempt == ATTEMPTS) {
      throw new Refused(
          Refusal.CONFLICT,
          "The sale kept being returned; nothing was applied. ",
          Subject.transaction(wanted.original().numbers().transactionNo()));
    }
    return append(wanted, attempt + 1);
  }
}
