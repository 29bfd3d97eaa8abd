package dev.poscart.domain.port;

import dev.poscart.domain.model.Transaction;
import java.util.List;

/**
 * One page of the result of a query.
 *
 * @param total number of matching transactions on all pages
 */
public record TransactionPage(List<Transaction> transactions, long total) {

  public TransactionPage {
    transactions = List.copyOf(transactions);
  }
}
