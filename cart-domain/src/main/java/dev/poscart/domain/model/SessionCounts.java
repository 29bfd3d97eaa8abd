package dev.poscart.domain.model;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What was in a terminal's log for a session when that was closed.
 *
 * @param transactions the number of transactions, including cancelled sales
 * @param lastTransactionNo of the latest transaction
 * @param cashMovements the number of cash movements; an opening float is one
 * @param lastCashAt time of the latest cash movement
 */
public record SessionCounts(
    int transactions,
    Optional<Integer> lastTransactionNo,
    int cashMovements,
    Optional<OffsetDateTime> lastCashAt) {

  public SessionCounts {
    Expect.atLeast("transactions", 0, transactions);
    Expect.atLeast("cash movements", 0, cashMovements);
  }
}
