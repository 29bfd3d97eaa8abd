package dev.poscart.domain.simulation;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.sale.Tender;
import dev.poscart.domain.simulation.Operation.Reverse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * No sale is reversed more than once, in whole or in pieces, and every confirmed reversal is in the
 * log.
 */
final class ReversalChecks {

  private final Violations violations;
  private final List<Attempt> requests;
  private final List<Transaction> log;

  ReversalChecks(Violations violations, Evidence evidence, List<Attempt> requests) {
    this.violations = violations;
    this.requests = requests;
    this.log = evidence.database().log().stream().map(entry -> entry.transaction).toList();
  }

  void run() {
    for (Attempt attempt : requests) {
      if (attempt.operation() instanceof Reverse reverse) {
        attempted(attempt, reverse);
      }
    }
    Map<String, List<Transaction>> histories = new TreeMap<>();
    for (Transaction entry : log) {
      if (entry.type() != TransactionType.SALE) {
        LogPosition sale = ReversalClaim.of(entry).orElseThrow().sale();
        histories.computeIfAbsent(sale.toString(), key -> new ArrayList<>()).add(entry);
        violations.expect(isAskedFor(entry), "a reversal was asked for", entry);
      }
    }
    histories.values().forEach(this::history);
  }

  private void attempted(Attempt attempt, Reverse reverse) {
    for (Tender tender : reverse.tenders()) {
      List<Transaction> found =
          log.stream()
              .filter(
                  entry ->
                      entry.type() != TransactionType.SALE
                          && entry.payments().stream()
                              .anyMatch(payment -> payment.detail().equals(tender.detail())))
              .toList();
      boolean kept =
          attempt.isDone()
              ? found.equals(attempt.transaction().stream().toList())
              : found.size() <= (attempt.mayBeDone() ? 1 : 0);
      violations.expect(kept, "a reversal is in the log as often as was answered", attempt, found);
    }
  }

  private boolean isAskedFor(Transaction entry) {
    return entry.payments().isEmpty()
        || requests.stream()
            .filter(attempt -> attempt.mayBeDone() && attempt.operation() instanceof Reverse)
            .anyMatch(
                attempt ->
                    ((Reverse) attempt.operation())
                        .tenders().stream()
                            .anyMatch(
                                tender ->
                                    tender.detail().equals(entry.payments().get(0).detail())));
  }

  /** Goes through the history of one sale in order. */
  private void history(List<Transaction> reversals) {
    reversals.sort(Comparator.comparing(entry -> ReversalClaim.of(entry).orElseThrow().place()));
    LogPosition key = ReversalClaim.of(reversals.get(0)).orElseThrow().sale();
    Optional<Transaction> sold =
        log.stream().filter(entry -> entry.position().equals(key)).findFirst();
    violations.expect(
        sold.isPresent() && sold.get().type() == TransactionType.SALE, "a sale comes back", key);
    sold.ifPresent(sale -> history(sale, reversals));
  }

  private void history(Transaction sale, List<Transaction> reversals) {
    boolean voided = false;
    List<Transaction> back = new ArrayList<>();
    int place = 0;
    for (Transaction entry : reversals) {
      place++;
      violations.expect(
          ReversalClaim.of(entry).orElseThrow().place() == place, "places are 1 to n", entry);
      violations.expect(!voided, "nothing follows a void", sale.position(), entry);
      LogPosition origin = entry.origin().map(Origin::position).orElseThrow();
      if (entry.type() == TransactionType.VOID_SALE) {
        voided = true;
        violations.expect(back.isEmpty(), "a sale of which pieces came back is not voided", entry);
        voided(sale, entry);
      } else if (entry.type() == TransactionType.RETURN) {
        back.add(entry);
      } else {
        boolean found = back.removeIf(returned -> returned.position().equals(origin));
        violations.expect(found, "a return is voided once", entry);
      }
      notMoreThanSold(sale, back);
    }
    boolean undone =
        reversals.stream().anyMatch(entry -> entry.type() == TransactionType.VOID_RETURN);
    long rounding =
        back.stream().mapToLong(one -> Arithmetic.sen(one.sales().cashRounding())).sum();
    violations.expect(
        undone || Math.abs(rounding) <= 50, "returns of a sale are rounded together", back);
  }

  private void voided(Transaction sale, Transaction entry) {
    violations.expect(paid(entry).equals(paid(sale)), "a void gives back what was paid", entry);
    violations.expect(
        entry.sales().cashRounding().equals(sale.sales().cashRounding()),
        "a void is rounded as the sale was",
        entry);
  }

  private void notMoreThanSold(Transaction sale, List<Transaction> back) {
    long piecesLeft = 0;
    for (LineItem line : sale.lines()) {
      int pieces =
          back.stream()
              .flatMap(entry -> entry.lines().stream())
              .filter(returned -> returned.lineNo() == line.lineNo() && !returned.cancelled())
              .mapToInt(LineItem::quantity)
              .sum();
      int sold = line.cancelled() ? 0 : line.quantity();
      violations.expect(pieces <= sold, "no more pieces come back than were sold", sale.position());
      piecesLeft += sold - pieces;
    }
    long money = back.stream().mapToLong(ReversalChecks::total).sum();
    violations.expect(
        piecesLeft == 0 ? money == total(sale) : money <= total(sale),
        "what is given back is what was taken",
        sale.position(),
        money);
  }

  private static Map<String, Long> paid(Transaction entry) {
    Map<String, Long> sums = new TreeMap<>();
    for (Payment payment : entry.payments()) {
      sums.merge(payment.paymentCode(), Arithmetic.sen(payment.amount()), Long::sum);
    }
    return sums;
  }

  private static long total(Transaction entry) {
    return Arithmetic.sen(entry.sales().totalWithTax());
  }
}
