package dev.poscart.adapters.mongo;

import dev.poscart.domain.model.TerminalKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Receives what is found in the databases of kugelpos before a migration, while it reads and one
 * call at a time. Texts come from the databases as they are; they may contain control characters.
 */
public interface MigrationFindings {

  /**
   * A tenant: a database with the prefix.
   *
   * @param documents the number of documents by collection, as the server estimates it
   */
  void tenant(String tenantId, String database, Map<String, Long> documents);

  /** The numbers of a terminal that has log entries or a counter; after all entries of its log. */
  void terminal(TerminalNumbers numbers);

  void openCart(OpenCart cart);

  void undelivered(UndeliveredEvent event);

  /**
   * An index that keeps this service from creating one of its own.
   *
   * @param problem names the collection and both indexes
   * @param isRequired whether the tenant's sales are refused without the service's index, instead
   *     of being slower
   */
  void indexInTheWay(String tenantId, String problem, boolean isRequired);

  /** A document that cannot be read; each is reported on its own. */
  void unreadable(UnreadableDocument document);

  /**
   * Numbers from {@code first} to {@code last}, inclusive.
   *
   * @param first at most {@code last}
   */
  record Span(int first, int last) {

    /** {@code 7}, or {@code 7 to 9}. */
    @Override
    public String toString() {
      return first == last ? String.valueOf(first) : first + " to " + last;
    }
  }

  /**
   * The last numbers that were given.
   *
   * @param transactionNo 0: none
   * @param receiptNo 0: none
   */
  record LastNumbers(int transactionNo, int receiptNo) {}

  /**
   * The numbers of a terminal.
   *
   * @param transactions the number of its log entries
   * @param logged the numbers of the first and the last entry; empty without entries
   * @param last the last entry's numbers; empty without entries
   * @param counters kugelpos's counters, each the last number that was claimed; empty: none stored
   * @param missing numbers between the first and the last entry that no entry has
   * @param repeated numbers that several entries of one business counter have
   * @param unrecorded numbers of entries of this service that kugelpos's records lack
   */
  record TerminalNumbers(
      TerminalKey terminal,
      long transactions,
      Optional<Span> logged,
      Optional<LastNumbers> last,
      Optional<LastNumbers> counters,
      List<Span> missing,
      List<Span> repeated,
      List<Span> unrecorded) {

    public TerminalNumbers {
      missing = List.copyOf(missing);
      repeated = List.copyOf(repeated);
      unrecorded = List.copyOf(unrecorded);
    }

    /** Numbers that the counter claimed after the last entry, and no entry has. */
    public Optional<Span> ahead() {
      int end = logged.map(Span::last).orElse(0);
      return counters
          .map(LastNumbers::transactionNo)
          .filter(claimed -> claimed > end)
          .map(claimed -> new Span(end + 1, claimed));
    }

    /** Whether kugelpos would give numbers again that entries of the log have. */
    public boolean isCounterBehind() {
      int end = logged.map(Span::last).orElse(0);
      return counters.map(LastNumbers::transactionNo).orElse(0) < end;
    }
  }

  /**
   * A cart that is neither completed nor cancelled.
   *
   * @param status kugelpos's word, such as {@code EnteringItem}
   * @param balance what is left to pay, in yen
   */
  record OpenCart(
      TerminalKey terminal, String cartId, String status, int lines, BigDecimal balance) {}

  /**
   * An event that some of its receivers have not acknowledged.
   *
   * @param status kugelpos's word, such as {@code partially_delivered}
   * @param services the status by receiving service, in the stored order
   */
  record UndeliveredEvent(
      TerminalKey terminal, int transactionNo, String status, Map<String, String> services) {}

  /**
   * A document that this service cannot read.
   *
   * @param collection with its database
   * @param id its {@code _id}
   * @param reason names the field, its value and what was expected
   */
  record UnreadableDocument(String collection, String id, String reason) {}
}
