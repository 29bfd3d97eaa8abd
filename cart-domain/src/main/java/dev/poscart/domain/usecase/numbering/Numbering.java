package dev.poscart.domain.usecase.numbering;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalNumbers;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.SessionGuard;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionLog.Appended;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Appends entries at the next position of their terminal, with the next numbers or with those that
 * the terminal has given: reads the end of the log, appends with the hash found there, and starts
 * over if position or number were taken meanwhile. They are taken only by the entry that has them,
 * so an interrupted attempt leaves no gap.
 */
public final class Numbering {

  /** Each lost race means that another transaction of the same terminal was logged. */
  private static final int ATTEMPTS = 256;

  private final TransactionLog log;
  private final SessionGuard guard;

  /** Numbers transactions whose sessions do not end while they are booked. */
  public Numbering(TransactionLog log) {
    this(log, SessionGuard.NONE);
  }

  /**
   * @param guard has the last word on the session of a transaction
   */
  public Numbering(TransactionLog log, SessionGuard guard) {
    this.log = log;
    this.guard = guard;
  }

  /**
   * The log entry that now holds the claim.
   *
   * @param mine whether this call appended it
   */
  public record Entry(Transaction transaction, boolean mine) {}

  /**
   * Appends an entry with the next numbers.
   *
   * @param entry creates the transaction from its numbers, always with the same claim
   */
  public CompletionStage<Entry> append(
      TerminalKey terminal, NumberRange range, Function<IssuedNumbers, Transaction> entry) {
    return append(terminal, Optional.empty(), range, entry);
  }

  /**
   * Appends an entry with the terminal's own numbers or, if it gives none, with the next ones.
   *
   * @return fails with {@link Refusal#CLOSED_OTHERWISE} if another entry has a given number
   */
  public CompletionStage<Entry> append(
      TerminalKey terminal,
      Optional<TerminalNumbers> given,
      NumberRange range,
      Function<IssuedNumbers, Transaction> entry) {
    return append(
        terminal,
        given
            .<NumberChoice>map(numbers -> new NumberChoice.Given(numbers, range))
            .orElseGet(() -> NumberChoice.Next.in(range)),
        entry,
        1);
  }

  private CompletionStage<Entry> append(
      TerminalKey terminal,
      NumberChoice choice,
      Function<IssuedNumbers, Transaction> entry,
      int attempt) {
    return log.findLast(terminal)
        .thenCompose(
            last -> {
              Transaction decided = entry.apply(choice.after(last));
              return guard
                  .current(terminal, decided.session())
                  .thenCompose(
                      session ->
                          beyondHighest(terminal, session, choice, last)
                              .thenApply(numbers -> numbers.map(entry).orElse(decided))
                              .thenApply(made -> following(last, made.withSession(session))))
                  .thenCompose(transaction -> continuing(transaction, choice, last))
                  .thenCompose(transaction -> append(transaction, choice, entry, attempt))
                  .exceptionallyCompose(failure -> unlessBooked(decided, Stages.cause(failure)));
            });
  }

  private CompletionStage<Entry> append(
      Transaction transaction,
      NumberChoice choice,
      Function<IssuedNumbers, Transaction> entry,
      int attempt) {
    TerminalKey terminal = transaction.terminal();
    return log.append(transaction)
        .thenCompose(
            outcome -> {
              if (outcome instanceof Appended.PositionTaken) {
                return again(terminal, choice, entry, attempt);
              }
              if (outcome instanceof Appended.NumberTaken taken) {
                return again(terminal, choice.beyond(taken.highest()), entry, attempt);
              }
              return Stages.completed(
                  outcome instanceof Appended.ClaimTaken claim
                      ? new Entry(claim.existing(), false)
                      : new Entry(transaction, true));
            });
  }

  /** Other numbers than those after the last ones, if it takes the highest ones to choose. */
  private CompletionStage<Optional<IssuedNumbers>> beyondHighest(
      TerminalKey terminal, TerminalSession session, NumberChoice choice, Optional<LogEnd> last) {
    return choice.needsHighest(last)
        ? log.findHighest(terminal, session.businessCounter())
            .thenApply(highest -> Optional.of(choice.beyond(highest).after(last)))
        : Stages.completed(Optional.empty());
  }

  /**
   * A terminal that begins to count its receipts goes on from those that the service has numbered
   * in the same session.
   */
  private CompletionStage<Transaction> continuing(
      Transaction transaction, NumberChoice choice, Optional<LogEnd> last) {
    boolean isCounted = last.flatMap(end -> end.numbers().receiptCounter()).isPresent();
    return last.isEmpty() || isCounted || transaction.numbers().receiptCounter().isEmpty()
        ? Stages.completed(transaction)
        : log.findAt(new LogPosition(transaction.terminal(), last.get().position()))
            .thenApply(
                before -> {
                  before
                      .filter(other -> other.session().equals(transaction.session()))
                      .ifPresent(choice::requireAfter);
                  return transaction;
                });
  }

  private static Transaction following(Optional<LogEnd> last, Transaction decided) {
    return Chain.tie(TransactionPrinter.print(decided), last);
  }

  /**
   * Another attempt may have booked the transaction before the terminal was closed, or before
   * others used its numbers up.
   */
  private CompletionStage<Entry> unlessBooked(Transaction decided, Throwable failure) {
    boolean isRefused =
        failure instanceof Refused refused
            && (refused.refusal() == Refusal.TERMINAL_NOT_OPENED
                || refused.refusal() == Refusal.CLOSED_OTHERWISE);
    return isRefused
        ? log.findByClaim(decided.terminal().tenantId(), decided.claim())
            .thenCompose(
                found ->
                    found.isPresent()
                        ? Stages.completed(new Entry(found.get(), false))
                        : CompletableFuture.failedFuture(failure))
        : CompletableFuture.failedFuture(failure);
  }

  private CompletionStage<Entry> again(
      TerminalKey terminal,
      NumberChoice choice,
      Function<IssuedNumbers, Transaction> entry,
      int attempt) {
    return attempt == ATTEMPTS
        ? CompletableFuture.failedFuture(
            new PortException(
                "transaction-log",
                Category.UNAVAILABLE,
                "no number after " + attempt + " attempts"))
        : append(terminal, choice, entry, attempt + 1);
  }
}
