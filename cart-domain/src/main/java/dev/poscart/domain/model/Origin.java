package dev.poscart.domain.model;

import java.time.OffsetDateTime;

/**
 * The transaction that a void or a return refers to.
 *
 * @param position identifies it in the log
 */
public record Origin(
    OffsetDateTime generatedAt,
    LogPosition position,
    String storeName,
    TransactionType type,
    IssuedNumbers numbers) {

  /** The reference of a reversal to its original transaction. */
  public static Origin of(Transaction original) {
    return new Origin(
        original.generatedAt(),
        original.position(),
        original.storeName(),
        original.type(),
        original.numbers());
  }

  public TerminalKey terminal() {
    return position.terminal();
  }
}
