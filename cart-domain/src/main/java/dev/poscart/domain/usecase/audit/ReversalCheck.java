package dev.poscart.domain.usecase.audit;

import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.TransactionLog;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Verifies what a void or a return refers to, anywhere in the tenant's log. */
final class ReversalCheck {

  private static final CompletionStage<List<String>> NOTHING =
      CompletableFuture.completedFuture(List.of());

  private final TransactionLog log;

  ReversalCheck(TransactionLog log) {
    this.log = log;
  }

  /** What is wrong with the transaction as a reversal. */
  CompletionStage<List<String>> of(Transaction transaction) {
    if (transaction.type() == TransactionType.SALE) {
      return transaction.origin().isEmpty()
          ? NOTHING
          : problem("a sale that refers to another transaction");
    }
    return transaction
        .origin()
        .map(origin -> of(transaction, origin))
        .orElseGet(() -> problem("reverses nothing (expected: an earlier transaction)"));
  }

  private CompletionStage<List<String>> of(Transaction transaction, Origin origin) {
    String named = named(origin.position());
    return log.findAt(origin.position())
        .thenCompose(
            found ->
                found
                    .map(original -> of(transaction, origin, original))
                    .orElseGet(() -> problem("reverses " + named + ", which is missing")));
  }

  private CompletionStage<List<String>> of(
      Transaction transaction, Origin origin, Transaction original) {
    String reverses = "reverses " + named(origin.position());
    if (!origin.equals(Origin.of(original))) {
      return problem(reverses + ", whose data differs from this reference");
    }
    TransactionType expected =
        transaction.type() == TransactionType.VOID_RETURN
            ? TransactionType.RETURN
            : TransactionType.SALE;
    if (original.type() != expected || original.sales().cancelled()) {
      return problem(reverses + ", which a transaction of this type cannot reverse");
    }
    Optional<LogPosition> sale =
        expected == TransactionType.SALE
            ? Optional.of(original.position())
            : original.origin().map(Origin::position);
    Optional<ReversalClaim> claim =
        claim(transaction).filter(held -> sale.filter(held.sale()::equals).isPresent());
    return claim
        .map(held -> of(transaction, original, held))
        .orElseGet(
            () ->
                problem(
                    "claim: '"
                        + transaction.claim()
                        + "' (expected: a claim on the reversed sale)"));
  }

  private CompletionStage<List<String>> of(
      Transaction transaction, Transaction original, ReversalClaim claim) {
    return log.findReversals(transaction.terminal().tenantId(), Set.of(claim.sale()))
        .thenCombine(
            log.findAt(claim.sale()),
            (reversals, sale) -> {
              List<Transaction> earlier =
                  reversals.stream()
                      .filter(one -> claim(one).filter(c -> c.place() < claim.place()).isPresent())
                      .toList();
              return ReversedSale.problems(transaction, original, sale, claim.place(), earlier);
            });
  }

  private static Optional<ReversalClaim> claim(Transaction transaction) {
    try {
      return ReversalClaim.of(transaction);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static String named(LogPosition entry) {
    return new Till(entry.terminal().storeCode(), entry.terminal().terminalNo())
        + " no. "
        + entry.position();
  }

  private static CompletionStage<List<String>> problem(String problem) {
    return CompletableFuture.completedFuture(List.of(problem));
  }
}
