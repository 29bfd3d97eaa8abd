package dev.poscart.domain.usecase.transaction;

import dev.poscart.domain.model.TransactionWithStatus;
import java.util.List;

/**
 * One page of transactions and what became of each.
 *
 * @param total how many match in all
 */
public record TransactionList(List<TransactionWithStatus> transactions, long total) {

  public TransactionList {
    transactions = List.copyOf(transactions);
  }
}
