package dev.poscart.domain.sale;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionKey;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.model.TransactionType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of a sale, as the log tells it: voids, returns, and voids of returns in the order in
 * which they took their places. Nothing else says whether a sale is voided or refunded, so nothing
 * can disagree with it.
 */
public final class SaleHistory {

  private final TransactionKey sale;
  private final List<Transaction> reversals;

  private SaleHistory(TransactionKey sale, List<Transaction> reversals) {
    this.sale = sale;
    this.reversals = reversals;
  }

  /**
   * Puts a history together.
   *
   * @param found entries of the log, in any order, those of other sales too. If one is missing, the
   *     history ends before it: a claim made from that finds its place taken
   */
  public static SaleHistory of(TransactionKey sale, Collection<Transaction> found) {
    TreeMap<Integer, Transaction> places = new TreeMap<>();
    for (Transaction entry : found) {
      ReversalClaim.of(entry)
          .filter(claim -> claim.sale().equals(sale))
          .ifPresent(claim -> places.put(claim.place(), entry));
    }
    List<Transaction> inOrder = new ArrayList<>();
    places.forEach(
        (place, entry) -> {
          if (place == inOrder.size() + 1) {
            inOrder.add(entry);
          }
        });
    return new SaleHistory(sale, List.copyOf(inOrder));
  }

  /** The sale whose history a transaction is told by; empty for voids, which nothing can follow. */
  public static Optional<TransactionKey> saleOf(Transaction transaction) {
    return switch (transaction.type()) {
      case SALE -> Optional.of(transaction.key());
      case RETURN -> transaction.origin().map(Origin::key);
      case VOID_SALE, VOID_RETURN -> Optional.empty();
    };
  }

  /** What the next reversal has to claim. */
  public ReversalClaim next() {
    return new ReversalClaim(sale, reversals.size() + 1);
  }

  /** What became of the sale, or of one of its returns. */
  public TransactionStatus statusOf(Transaction transaction) {
    return switch (transaction.type()) {
      case SALE ->
          new TransactionStatus(isVoided(transaction.key()), isWhollyReturned(transaction));
      case RETURN -> new TransactionStatus(isVoided(transaction.key()), false);
      case VOID_SALE, VOID_RETURN -> TransactionStatus.NONE;
    };
  }

  /** The returns that were not voided, earliest first. */
  List<Transaction> returns() {
    return reversals.stream()
        .filter(entry -> entry.type() == TransactionType.RETURN && !isVoided(entry.key()))
        .toList();
  }

  /** Pieces of a line that came back. */
  int returned(int lineNo) {
    return returns().stream()
        .flatMap(entry -> entry.lines().stream())
        .filter(line -> line.lineNo() == lineNo)
        .mapToInt(LineItem::quantity)
        .sum();
  }

  private boolean isVoided(TransactionKey key) {
    return reversals.stream()
        .filter(entry -> entry.type() != TransactionType.RETURN)
        .flatMap(entry -> entry.origin().stream())
        .anyMatch(origin -> origin.key().equals(key));
  }

  private boolean isWhollyReturned(Transaction sold) {
    return !returns().isEmpty()
        && sold.lines().stream()
            .filter(LineItem::live)
            .allMatch(line -> returned(line.lineNo()) >= line.quantity());
  }
}
