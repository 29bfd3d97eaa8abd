package dev.poscart.domain.usecase;

import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.Terminal;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.port.TransactionPage;
import dev.poscart.domain.port.TransactionQuery;
import java.util.concurrent.CompletionStage;

/** Reading the transaction log. Any terminal of a tenant may read all of the tenant's. */
public final class TransactionService {

  private final TransactionLog log;

  public TransactionService(TransactionLog log) {
    this.log = log;
  }

  /** Transactions of one terminal. */
  public CompletionStage<TransactionPage> query(Terminal caller, TransactionQuery query) {
    return Stages.attempt(
        () -> {
          checkTenant(caller, query.terminal());
          return log.query(query);
        });
  }

  /** One transaction, or {@link Refusal#NOT_FOUND}. */
  public CompletionStage<Transaction> find(Terminal caller, TerminalKey of, int transactionNo) {
    return Stages.attempt(
        () -> {
          checkTenant(caller, of);
          return log.find(of, transactionNo)
              .thenApply(
                  found ->
                      found.orElseThrow(
                          () ->
                              new Refused(
                                  Refusal.NOT_FOUND,
                                  "Transaction not found: transaction_no->" + transactionNo)));
        });
  }

  private static void checkTenant(Terminal caller, TerminalKey of) {
    if (!caller.key().tenantId().equals(of.tenantId())) {
      throw new Refused(Refusal.TENANT_MISMATCH, "Invalid tenant_id: " + of.tenantId());
    }
  }
}
