package dev.poscart.domain.model;

/** Names one transaction of the log. */
public record TransactionKey(TerminalKey terminal, int transactionNo) {

  public String tenantId() {
    return terminal.tenantId();
  }
}
