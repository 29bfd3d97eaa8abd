package dev.poscart.domain.simulation;

import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A log that notifies the instance at once of events to publish. */
record RelayNotifyingLog(TransactionLog log, Consumer<String> tenantIds) implements TransactionLog {

  @Override
  public CompletionStage<Appended> append(Transaction transaction) {
    return log.append(transaction)
        .thenApply(
            outcome -> {
              if (outcome instanceof Appended.Done) {
                tenantIds.accept(transaction.terminal().tenantId());
              }
              return outcome;
            });
  }

  @Override
  public CompletionStage<Optional<LogEnd>> findLast(TerminalKey terminal) {
    return log.findLast(terminal);
  }

  @Override
  public CompletionStage<HighestNumbers> findHighest(TerminalKey terminal, int businessCounter) {
    return log.findHighest(terminal, businessCounter);
  }

  @Override
  public CompletionStage<List<Transaction>> findAll(TerminalKey terminal, int transactionNo) {
    return log.findAll(terminal, transactionNo);
  }

  @Override
  public CompletionStage<Optional<Transaction>> findAt(LogPosition position) {
    return log.findAt(position);
  }

  @Override
  public CompletionStage<Optional<Transaction>> findByClaim(String tenantId, String claim) {
    return log.findByClaim(tenantId, claim);
  }

  @Override
  public CompletionStage<List<Transaction>> findReversals(String tenantId, Set<LogPosition> sales) {
    return log.findReversals(tenantId, sales);
  }

  @Override
  public CompletionStage<TransactionPage> query(TransactionQuery query) {
    return log.query(query);
  }
}
