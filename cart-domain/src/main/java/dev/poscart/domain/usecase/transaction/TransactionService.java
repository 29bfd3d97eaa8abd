package dev.poscart.domain.usecase.transaction;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Subject;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
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
  private final StatusLookup statuses;

  public TransactionService(TransactionLog log) {
    this.log = log;
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

  /** Reads one transaction; fails with {@link Refusal#NOT_FOUND} if there is none. */
  public CompletionStage<TransactionWithStatus> find(
      Terminal caller, TerminalKey of, int transactionNo) {
    return Stages.attempt(
        () -> {
          caller.requireTenant(of.tenantId());
          return log.find(of, transactionNo)
              .thenApply(found -> found.orElseThrow(() -> notFound(transactionNo)))
              .thenCompose(found -> statuses.of(of.tenantId(), List.of(found)))
              .thenApply(entries -> entries.get(0));
        });
  }

  public static Refused notFound(int transactionNo) {
    return new Refused(
        Refusal.NOT_FOUND, "Transaction not found: ", Subject.transaction(transactionNo));
  }
}
