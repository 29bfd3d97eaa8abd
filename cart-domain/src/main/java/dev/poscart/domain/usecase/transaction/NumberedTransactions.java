package dev.poscart.domain.usecase.transaction;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.port.TransactionLog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finds transactions by their numbers, which are unique only in a session where terminals number
 * their sales themselves.
 */
public final class NumberedTransactions {

  private final TransactionLog log;

  public NumberedTransactions(TransactionLog log) {
    this.log = log;
  }

  /**
   * Finds the one transaction that is meant.
   *
   * @return fails with {@link Refusal#NOT_FOUND} if there is none, and with {@link
   *     Refusal#NUMBER_AMBIGUOUS} if the key leaves open which one of several it is
   */
  public CompletionStage<Transaction> find(TransactionKey key) {
    return matching(key).thenApply(found -> only(key, found));
  }

  /** The same, preferring the transaction of a session if the key names none. */
  public CompletionStage<Transaction> find(TransactionKey key, TerminalSession preferred) {
    return matching(key)
        .thenApply(
            found ->
                found.stream()
                    .filter(each -> isOf(each, preferred.businessCounter()))
                    .findFirst()
                    .orElseGet(() -> only(key, found)));
  }

  private CompletionStage<List<Transaction>> matching(TransactionKey key) {
    Optional<Integer> counter = key.businessCounter();
    return log.findAll(key.terminal(), key.transactionNo())
        .thenApply(
            found ->
                found.stream()
                    .filter(each -> counter.map(session -> isOf(each, session)).orElse(true))
                    .toList());
  }

  private static Transaction only(TransactionKey key, List<Transaction> found) {
    if (found.size() > 1) {
      throw new Refused(
          Refusal.NUMBER_AMBIGUOUS,
          "Several sessions have the transaction number ",
          key.transactionNo(),
          " (expected: with its session, one of ",
          found.stream().map(each -> each.session().businessCounter()).toList(),
          ")");
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.NOT_FOUND,
                    "Transaction not found: ",
                    Subject.transaction(key.transactionNo())));
  }

  private static boolean isOf(Transaction transaction, int businessCounter) {
    return transaction.session().businessCounter() == businessCounter;
  }
}
