package dev.poscart.domain.model;

/** Identifies a transaction in the log. */
public record TransactionKey(TerminalKey terminal, int transactionNo) {

  public String tenantId() {
    return terminal.tenantId();
  }
}
