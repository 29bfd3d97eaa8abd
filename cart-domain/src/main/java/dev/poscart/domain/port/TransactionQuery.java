package dev.poscart.domain.port;

import dev.poscart.domain.model.TerminalKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A query for transactions of one terminal.
 *
 * @param types transaction types to include; empty: all
 * @param limit maximum number of transactions per page; 0: all
 * @param page 1 is the first; without a limit there is only one
 * @param sort most significant key first; ties are broken by descending transaction number
 */
public record TransactionQuery(
    TerminalKey terminal,
    Optional<String> businessDate,
    Optional<Integer> openCounter,
    Optional<Integer> receiptNo,
    Set<Integer> types,
    boolean includeCancelled,
    int limit,
    int page,
    List<SortKey> sort) {

  public TransactionQuery {
    if (limit < 0) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: >= 0)");
    }
    if (page < 1) {
      throw new IllegalArgumentException("page: " + page + " (expected: >= 1)");
    }
    types = Set.copyOf(types);
    sort = List.copyOf(sort);
  }

  /** One key of a sort order. */
  public record SortKey(Field field, boolean ascending) {}

  /** The fields that can be sorted by. */
  public enum Field {
    TRANSACTION_NO,
    TRANSACTION_TYPE,
    RECEIPT_NO,
    BUSINESS_DATE,
    OPEN_COUNTER,
    BUSINESS_COUNTER,
    GENERATE_DATE_TIME,
    STAFF_ID,
    TOTAL_AMOUNT,
    TOTAL_AMOUNT_WITH_TAX,
    TOTAL_QUANTITY
  }
}
