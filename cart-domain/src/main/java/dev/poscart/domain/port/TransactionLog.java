package dev.poscart.domain.port;

import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The transaction log. Entries are never changed or removed. The log is also the counter: a
 * transaction number is taken only by appending the transaction that has it.
 */
public interface TransactionLog {

  /** The outcome of {@link #append}. */
  sealed interface Appended {

    /** The transaction is in the log, on disk. */
    record Done() implements Appended {}

    /** Another transaction of this terminal has the number; nothing was written. */
    record NumberTaken() implements Appended {}

    /** The given transaction already holds the claim; nothing was written. */
    record ClaimTaken(Transaction existing) implements Appended {}
  }

  /**
   * Appends a transaction if both its claim and its number are free; the claim is checked first.
   *
   * @return completes with {@link Appended.Done} only once the entry is on disk
   */
  CompletionStage<Appended> append(Transaction transaction);

  /** Finds the end of the terminal's log: the entry with the greatest transaction number. */
  CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal);

  CompletionStage<Optional<Transaction>> find(TerminalKey terminal, int transactionNo);

  /** Finds the transaction that holds a claim. */
  CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim);

  /**
   * Finds the reversals of sales: all entries whose claim is a place in the history of one of them.
   *
   * @return in no particular order; places taken concurrently may or may not be included
   */
  CompletionStage<List<Transaction>> findReversals(String tenantId, Set<TransactionKey> sales);

  CompletionStage<TransactionPage> query(TransactionQuery query);
}
