package dev.poscart.adapters.mongo;

import dev.poscart.adapters.mongo.MigrationFindings.LastNumbers;
import dev.poscart.adapters.mongo.MigrationFindings.TerminalNumbers;
import dev.poscart.domain.model.TerminalKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The numbers of one terminal, entry by entry in any order. */
final class NumberTally {

  private final NumberRuns numbers = new NumberRuns();
  private final NumberRuns repeated = new NumberRuns();
  private final NumberRuns unrecorded = new NumberRuns();
  private final Map<Integer, NumberRuns> bySession = new HashMap<>();
  private Optional<LastNumbers> last = Optional.empty();
  private Optional<LastNumbers> counters = Optional.empty();
  private long transactions;

  /**
   * Adds an entry.
   *
   * @param session its business counter, under which numbers must be unique
   */
  void add(int session, LastNumbers entry) {
    transactions++;
    numbers.add(entry.transactionNo());
    if (!bySession.computeIfAbsent(session, key -> new NumberRuns()).add(entry.transactionNo())) {
      repeated.add(entry.transactionNo());
    }
    if (last.filter(known -> known.transactionNo() > entry.transactionNo()).isEmpty()) {
      last = Optional.of(entry);
    }
  }

  /** Notes an entry that kugelpos's records lack. */
  void addUnrecorded(int transactionNo) {
    unrecorded.add(transactionNo);
  }

  void count(LastNumbers claimed) {
    counters = Optional.of(claimed);
  }

  TerminalNumbers numbers(TerminalKey terminal) {
    return new TerminalNumbers(
        terminal,
        transactions,
        numbers.range(),
        last,
        counters,
        numbers.gaps(),
        repeated.spans(),
        unrecorded.spans());
  }
}
