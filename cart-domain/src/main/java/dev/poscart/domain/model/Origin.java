package dev.poscart.domain.model;

import java.time.OffsetDateTime;

/** The transaction that a void or a return refers to. */
public record Origin(
    OffsetDateTime generatedAt,
    TerminalKey terminal,
    String storeName,
    TransactionType type,
    IssuedNumbers numbers) {

  /** The reference of a reversal to its original transaction. */
  public static Origin of(Transaction original) {
    return new Origin(
        original.generatedAt(),
        original.terminal(),
        original.storeName(),
        original.type(),
        original.numbers());
  }

  public TransactionKey key() {
    return new TransactionKey(terminal, numbers.transactionNo());
  }
}
