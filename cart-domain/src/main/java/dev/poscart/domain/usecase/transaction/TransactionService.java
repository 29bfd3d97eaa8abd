package dev.poscart.domain.usecase.transaction;

import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionWithStatus;
import dev.poscart.domain.port.Stages;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionQuery;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Reads the transaction log. Any terminal may read the transactions of its whole tenant, each with
 * its status.
 */
public final class TransactionService {

  private final TransactionLog log;
  private final NumberedTransactions numbered;
  private final StatusLookup statuses;

  public TransactionService(TransactionLog log) {
    this.log = log;
    this.numbered = new NumberedTransactions(log);
    this.statuses = new StatusLookup(log);
  }

  /** Queries the transactions of one terminal. */
  public CompletionStage<TransactionList> query(Terminal caller, TransactionQuery query) {
    return Stages.attempt(
        () -> {
          caller.requireTenant(query.terminal().tenantId());
          return log.query(query)
              .thenCompose(
                  page ->
                      statuses
                          .of(caller.key().tenantId(), page.transactions())
                          .thenApply(entries -> new TransactionList(entries, page.total())));
        });
  }

  /** Reads one transaction; see {@link NumberedTransactions#find(TransactionKey)} for failures. */
  public CompletionStage<TransactionWithStatus> find(Terminal caller, TransactionKey key) {
    return Stages.attempt(
        () -> {
          TerminalKey of = key.terminal();
          caller.requireTenant(of.tenantId());
          return numbered
              .find(key)
              .thenCompose(found -> statuses.of(of.tenantId(), List.of(found)))
              .thenApply(entries -> entries.get(0));
        });
  }
}
