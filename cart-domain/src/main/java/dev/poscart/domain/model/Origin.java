package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The transaction that a void or a return refers to.
 *
 * @param position identifies it in the log
 * @param businessCounter that of its session; empty in entries of early versions
 */
public record Origin(
    OffsetDateTime generatedAt,
    LogPosition position,
    Optional<Integer> businessCounter,
    String storeName,
    TransactionType type,
    IssuedNumbers numbers) {

  /** The reference of a reversal to its original transaction. */
  public static Origin of(Transaction original) {
    return new Origin(
        original.generatedAt(),
        original.position(),
        Optional.of(original.session().businessCounter()),
        original.storeName(),
        original.type(),
        original.numbers());
  }

  public TerminalKey terminal() {
    return position.terminal();
  }
}
