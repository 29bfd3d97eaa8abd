package dev.poscart.domain.model;

/**
 * A transaction as receipts and terminals name it. In the log, its {@link LogPosition} identifies
 * it.
 */
public record TransactionKey(TerminalKey terminal, int transactionNo) {

  public String tenantId() {
    return terminal.tenantId();
  }
}
