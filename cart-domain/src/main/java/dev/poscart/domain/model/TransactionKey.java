package dev.poscart.domain.model;

import java.util.Optional;

/**
 * A transaction as receipts and terminals name it. In the log, its {@link LogPosition} identifies
 * it.
 *
 * @param businessCounter the session that it belongs to; empty: any, if the number is unique
 */
public record TransactionKey(
    TerminalKey terminal, int transactionNo, Optional<Integer> businessCounter) {

  /** A transaction of any session. */
  public TransactionKey(TerminalKey terminal, int transactionNo) {
    this(terminal, transactionNo, Optional.empty());
  }

  public String tenantId() {
    return terminal.tenantId();
  }
}
