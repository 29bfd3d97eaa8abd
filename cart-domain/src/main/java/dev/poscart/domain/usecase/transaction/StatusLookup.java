package dev.poscart.domain.usecase.transaction;

import static java.util.stream.Collectors.groupingBy;

import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.model.TransactionWithStatus;
import dev.poscart.domain.port.TransactionLog;
import dev.poscart.domain.sale.SaleHistory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Looks up whether transactions were reversed. The reversals of all given transactions are read
 * together from the tenant's log.
 */
final class StatusLookup {

  /** Limits the size of one query. */
  private static final int SALES_AT_ONCE = 1_000;

  private final TransactionLog log;

  StatusLookup(TransactionLog log) {
    this.log = log;
  }

  /** The transactions, all of one tenant, in their order. */
  CompletionStage<List<TransactionWithStatus>> of(String tenantId, List<Transaction> transactions) {
    Set<LogPosition> sales = new LinkedHashSet<>();
    transactions.forEach(entry -> SaleHistory.saleOf(entry).ifPresent(sales::add));
    return reversals(tenantId, List.copyOf(sales))
        .thenApply(
            found -> {
              Map<Optional<LogPosition>, List<Transaction>> bySale =
                  found.stream()
                      .collect(
                          groupingBy(entry -> ReversalClaim.of(entry).map(ReversalClaim::sale)));
              return transactions.stream().map(entry -> withStatus(entry, bySale)).toList();
            });
  }

  private static TransactionWithStatus withStatus(
      Transaction entry, Map<Optional<LogPosition>, List<Transaction>> bySale) {
    Optional<LogPosition> sale = SaleHistory.saleOf(entry);
    return new TransactionWithStatus(
        entry,
        sale.map(key -> SaleHistory.of(key, bySale.getOrDefault(sale, List.of())))
            .map(history -> history.statusOf(entry))
            .orElse(TransactionStatus.NONE));
  }

  private CompletionStage<List<Transaction>> reversals(String tenantId, List<LogPosition> sales) {
    CompletionStage<List<Transaction>> all = CompletableFuture.completedFuture(List.of());
    for (int from = 0; from < sales.size(); from += SALES_AT_ONCE) {
      int to = Math.min(sales.size(), from + SALES_AT_ONCE);
      Set<LogPosition> some = Set.copyOf(sales.subList(from, to));
      all = all.thenCompose(sofar -> joined(sofar, log.findReversals(tenantId, some)));
    }
    return all;
  }

  private static CompletionStage<List<Transaction>> joined(
      List<Transaction> sofar, CompletionStage<List<Transaction>> more) {
    return more.thenApply(
        found -> {
          List<Transaction> both = new ArrayList<>(sofar);
          both.addAll(found);
          return both;
        });
  }
}
