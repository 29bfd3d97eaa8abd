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
 * The transactions of all tills, never changed, never removed. The log is the counter: a number is
 * claimed by appending the transaction that carries it, and by nothing else.
 */
public interface TransactionLog {

  /** What became of an append. */
  sealed interface Appended {

    /** It is in the log, on disk. */
    record Done() implements Appended {}

    /** Another transaction of this terminal has the number; nothing was written. */
    record NumberTaken() implements Appended {}

    /** The claim was taken before, by this transaction; nothing was written. */
    record ClaimTaken(Transaction existing) implements Appended {}
  }

  /**
   * Appends a transaction if its claim and its number are free; the claim is looked at first.
   *
   * @return completes with {@link Appended.Done} only once the entry is synced to disk
   */
  CompletionStage<Appended> append(Transaction transaction);

  /** Finds the end of the terminal's log: the entry with the greatest transaction number. */
  CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal);

  CompletionStage<Optional<Transaction>> find(TerminalKey terminal, int transactionNo);

  /** Finds the transaction that holds a claim. */
  CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim);

  /**
   * Finds what became of sales: all entries whose claim is a place in the history of one of them.
   *
   * @return in no particular order; places that are taken while this is read may or may not be in
   */
  CompletionStage<List<Transaction>> findReversals(String tenantId, Set<TransactionKey> sales);

  CompletionStage<TransactionPage> query(TransactionQuery query);
}
