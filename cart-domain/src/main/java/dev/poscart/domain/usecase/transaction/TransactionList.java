package dev.poscart.domain.usecase.transaction;

import dev.poscart.domain.model.TransactionWithStatus;
import java.util.List;

/**
 * One page of transactions, each with its status.
 *
 * @param total number of matching transactions on all pages
 */
public record TransactionList(List<TransactionWithStatus> transactions, long total) {

  public TransactionList {
    transactions = List.copyOf(transactions);
  }
}
