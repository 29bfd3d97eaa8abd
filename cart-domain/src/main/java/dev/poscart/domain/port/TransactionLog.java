package dev.poscart.domain.port;

import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The transaction log. Entries are never changed or removed. A terminal's entries stand at
 * positions 1, 2, ..., which identify them. The log is also the counter: a position and a
 * transaction number are taken only by appending the transaction that has them.
 */
public interface TransactionLog {

  /** The outcome of {@link #append}. */
  sealed interface Appended {

    /** The transaction is in the log, on disk. */
    record Done() implements Appended {}

    /** Another entry of this terminal stands at the position; nothing was written. */
    record PositionTaken() implements Appended {}

    /**
     * The position is free, but another transaction of this terminal has the receipt counter or,
     * under the same business counter, the transaction number; nothing was written.
     *
     * @param highest of this terminal and business counter
     */
    record NumberTaken(HighestNumbers highest) implements Appended {}

    /** The given transaction already holds the claim; nothing was written. */
    record ClaimTaken(Transaction existing) implements Appended {}
  }

  /**
   * Appends a transaction if its claim, its position and its numbers are free. What is taken is
   * told in this order.
   *
   * @return completes with {@link Appended.Done} only once the entry is on disk
   */
  CompletionStage<Appended> append(Transaction transaction);

  /** Finds the end of the terminal's log: the entry with the greatest position. */
  CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal);

  /** Finds the highest numbers of a terminal in the session with a business counter. */
  CompletionStage<HighestNumbers> findHighest(TerminalKey terminal, int businessCounter);

  /**
   * Finds the transactions with a number, of which there is one in each business counter at most.
   *
   * @return the one with the greatest position first
   */
  CompletionStage<List<Transaction>> findAll(TerminalKey terminal, int transactionNo);

  /** Finds a transaction by its number; of several, the one with the greatest position. */
  default CompletionStage<Optional<Transaction>> find(TerminalKey terminal, int transactionNo) {
    return findAll(terminal, transactionNo).thenApply(found -> found.stream().findFirst());
  }

  CompletionStage<Optional<Transaction>> findAt(LogPosition position);

  /** Finds the transaction that holds a claim. */
  CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim);

  /**
   * Finds the reversals of sales: all entries whose claim is a place in the history of one of them.
   *
   * @return in no particular order; places taken concurrently may or may not be included
   */
  CompletionStage<List<Transaction>> findReversals(String tenantId, Set<LogPosition> sales);

  CompletionStage<TransactionPage> query(TransactionQuery query);
}
