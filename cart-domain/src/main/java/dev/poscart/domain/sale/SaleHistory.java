package dev.poscart.domain.sale;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.model.TransactionType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The history of a sale according to the log: voids, returns and voids of returns in the order of
 * their places. It is the only source for whether a sale is voided or refunded.
 */
public final class SaleHistory {

  private final LogPosition sale;
  private final List<Transaction> reversals;

  private SaleHistory(LogPosition sale, List<Transaction> reversals) {
    this.sale = sale;
    this.reversals = reversals;
  }

  /**
   * Builds the history of a sale.
   *
   * @param found log entries in any order, possibly also of other sales. If one is missing, the
   *     history ends before it, and a claim based on that finds its place taken
   */
  public static SaleHistory of(LogPosition sale, Collection<Transaction> found) {
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

  /**
   * The sale whose history determines the status of a transaction; empty for voids, which cannot be
   * reversed.
   */
  public static Optional<LogPosition> saleOf(Transaction transaction) {
    return switch (transaction.type()) {
      case SALE -> Optional.of(transaction.position());
      case RETURN -> transaction.origin().map(Origin::position);
      case VOID_SALE, VOID_RETURN -> Optional.empty();
    };
  }

  /** The claim of the next reversal. */
  public ReversalClaim next() {
    return new ReversalClaim(sale, reversals.size() + 1);
  }

  /** The status of the sale or of one of its returns. */
  public TransactionStatus statusOf(Transaction transaction) {
    return switch (transaction.type()) {
      case SALE ->
          new TransactionStatus(isVoided(transaction.position()), isWhollyReturned(transaction));
      case RETURN -> new TransactionStatus(isVoided(transaction.position()), false);
      case VOID_SALE, VOID_RETURN -> TransactionStatus.NONE;
    };
  }

  /** The returns that were not voided, oldest first. */
  List<Transaction> returns() {
    return reversals.stream()
        .filter(entry -> entry.type() == TransactionType.RETURN && !isVoided(entry.position()))
        .toList();
  }

  /** The number of returned pieces of a line. */
  int returned(int lineNo) {
    return returns().stream()
        .flatMap(entry -> entry.lines().stream())
        .filter(line -> line.lineNo() == lineNo)
        .mapToInt(LineItem::quantity)
        .sum();
  }

  private boolean isVoided(LogPosition key) {
    return reversals.stream()
        .filter(entry -> entry.type() != TransactionType.RETURN)
        .flatMap(entry -> entry.origin().stream())
        .anyMatch(origin -> origin.position().equals(key));
  }

  private boolean isWhollyReturned(Transaction sold) {
    return !returns().isEmpty()
        && sold.lines().stream()
            .filter(LineItem::live)
            .allMatch(line -> returned(line.lineNo()) >= line.quantity());
  }
}
