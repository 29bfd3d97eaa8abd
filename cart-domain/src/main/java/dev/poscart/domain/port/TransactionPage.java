package dev.poscart.domain.port;

import dev.poscart.domain.model.Transaction;
import java.util.List;

/**
 * One page of a query.
 *
 * @param total how many match in all
 */
public record TransactionPage(List<Transaction> transactions, long total) {

  public TransactionPage {
    transactions = List.copyOf(transactions);
  }
}
