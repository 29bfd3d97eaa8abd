package dev.poscart.domain.usecase.numbering;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionLog.Appended;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Appends entries at the next position of their terminal, with the next numbers: reads the end of
 * the log, appends with the hash found there, and starts over if position or number were taken
 * meanwhile. They are taken only by the entry that has them, so an interrupted attempt leaves no
 * gap.
 */
public final class Numbering {

  /** Each lost race means that another transaction of the same terminal was logged. */
  private static final int ATTEMPTS = 256;

  private final TransactionLog log;

  public Numbering(TransactionLog log) {
    this.log = log;
  }

  /**
   * The log entry that now holds the claim.
   *
   * @param mine whether this call appended it
   */
  public record Entry(Transaction transaction, boolean mine) {}

  /**
   * Appends an entry.
   *
   * @param entry creates the transaction from its numbers, always with the same claim
   */
  public CompletionStage<Entry> append(
      TerminalKey terminal, NumberRange range, Function<IssuedNumbers, Transaction> entry) {
    return append(terminal, range, entry, 1);
  }

  private CompletionStage<Entry> append(
      TerminalKey terminal,
      NumberRange range,
      Function<IssuedNumbers, Transaction> entry,
      int attempt) {
    return log.findLast(terminal)
        .thenApply(last -> following(last, range, entry))
        .thenCompose(
            transaction ->
                log.append(transaction)
                    .thenCompose(
                        outcome ->
                            isTaken(outcome)
                                ? again(terminal, range, entry, attempt)
                                : CompletableFuture.completedFuture(
                                    outcome instanceof Appended.ClaimTaken taken
                                        ? new Entry(taken.existing(), false)
                                        : new Entry(transaction, true))));
  }

  private static Transaction following(
      Optional<LogEnd> last, NumberRange range, Function<IssuedNumbers, Transaction> entry) {
    IssuedNumbers numbers =
        last.map(end -> end.numbers().next(range)).orElseGet(() -> IssuedNumbers.first(range));
    return Chain.tie(TransactionPrinter.print(entry.apply(numbers)), last);
  }

  private static boolean isTaken(Appended outcome) {
    return outcome instanceof Appended.PositionTaken || outcome instanceof Appended.NumberTaken;
  }

  private CompletionStage<Entry> again(
      TerminalKey terminal,
      NumberRange range,
      Function<IssuedNumbers, Transaction> entry,
      int attempt) {
    return attempt == ATTEMPTS
        ? CompletableFuture.failedFuture(
            new PortException(
                "transaction-log",
                Category.UNAVAILABLE,
                "no number after " + attempt + " attempts"))
        : append(terminal, range, entry, attempt + 1);
  }
}
