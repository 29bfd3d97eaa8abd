package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.or;
import static java.util.stream.Collectors.toMap;

import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.bson.conversions.Bson;

/**
 * The voids and returns that kugelpos made, as places in the history of a sale. Kugelpos does not
 * number them: they take, in the order of their times, the places that this service's own reversals
 * leave free. They are looked for in the log by the transaction that they refer to, and in
 * kugelpos's marks, in case the log no longer has them.
 */
final class KugelposReversals {

  /** The number that a void or a return refers to. */
  static final String ORIGIN = "origin.transaction_no";

  private final DriverCalls calls;

  KugelposReversals(DriverCalls calls) {
    this.calls = calls;
  }

  /** All reversals of these sales, of this service and of kugelpos. */
  CompletionStage<List<Transaction>> all(TenantDatabase database, Set<LogPosition> sales) {
    return calls
        .all(
            "find reversals",
            StoredTransaction::read,
            () -> database.log().find(TransactionQueries.ofReversals(sales)))
        .thenCompose(ours -> withKugelpos(database, sales, ours));
  }

  private CompletionStage<List<Transaction>> withKugelpos(
      TenantDatabase database, Set<LogPosition> sales, List<Transaction> ours) {
    if (sales.isEmpty()) {
      return CompletableFuture.completedStage(ours);
    }
    return referringTo(database, sales)
        .thenCompose(
            direct -> {
              Map<LogPosition, LogPosition> saleOfReturn = new HashMap<>();
              Stream.concat(ours.stream(), direct.stream())
                  .filter(entry -> entry.type() == TransactionType.RETURN)
                  .forEach(entry -> saleOfReturn.put(entry.position(), origin(entry)));
              Set<LogPosition> reversible = new LinkedHashSet<>(sales);
              reversible.addAll(saleOfReturn.keySet());
              return referringTo(database, saleOfReturn.keySet())
                  .thenApply(voids -> joined(direct, voids))
                  .thenCompose(
                      logged ->
                          unlogged(database, reversible, joined(ours, logged))
                              .thenApply(unlogged -> joined(logged, unlogged)))
                  .thenApply(kugelpos -> joined(ours, placed(ours, kugelpos, saleOfReturn)));
            });
  }

  private static List<Transaction> joined(List<Transaction> some, List<Transaction> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private CompletionStage<List<Transaction>> referringTo(
      TenantDatabase database, Collection<LogPosition> entries) {
    if (entries.isEmpty()) {
      return CompletableFuture.completedStage(List.of());
    }
    List<Bson> references = entries.stream().map(KugelposReversals::reference).toList();
    return calls.all(
        "find kugelpos reversals",
        StoredTransaction::read,
        () -> database.log().find(and(or(references), KugelposEntry.ALL)));
  }

  private static Bson reference(LogPosition entry) {
    return and(
        eq(ORIGIN, entry.position()),
        eq("origin.store_code", entry.terminal().storeCode()),
        eq("origin.terminal_no", entry.terminal().terminalNo()));
  }

  private static LogPosition origin(Transaction reversal) {
    return reversal.origin().map(Origin::position).orElseGet(reversal::position);
  }

  /** The reversals that only a mark tells of. */
  private CompletionStage<List<Transaction>> unlogged(
      TenantDatabase database, Set<LogPosition> entries, List<Transaction> logged) {
    // Kugelpos's index of the marks begins with the tenant.
    List<Bson> references = entries.stream().<Bson>map(KugelposForm::key).toList();
    String tenantId = entries.iterator().next().tenantId();
    return calls
        .all(
            "find kugelpos marks",
            stored -> KugelposMark.read(tenantId, stored),
            () -> database.kugelposMarks().find(or(references)))
        .thenCompose(
            marks ->
                marked(database, marks.stream().filter(mark -> mark.isMissingIn(logged)).toList()));
  }

  private CompletionStage<List<Transaction>> marked(
      TenantDatabase database, List<KugelposMark> marks) {
    if (marks.isEmpty()) {
      return CompletableFuture.completedStage(List.of());
    }
    Map<LogPosition, KugelposMark> byEntry =
        marks.stream().collect(toMap(KugelposMark::entry, mark -> mark, (one, same) -> one));
    return calls
        .all(
            "find marked transactions",
            StoredTransaction::read,
            () -> database.log().find(or(byEntry.keySet().stream().map(StoredPlace::at).toList())))
        .thenApply(
            found ->
                found.stream()
                    .flatMap(
                        entry ->
                            Stream.ofNullable(byEntry.get(entry.position()))
                                .map(mark -> mark.reversal(entry)))
                    .toList());
  }

  private static List<Transaction> placed(
      List<Transaction> ours,
      List<Transaction> kugelpos,
      Map<LogPosition, LogPosition> saleOfReturn) {
    Map<LogPosition, Set<Integer>> taken = new HashMap<>();
    ours.forEach(
        own ->
            ReversalClaim.of(own)
                .ifPresent(claim -> places(taken, claim.sale()).add(claim.place())));
    return kugelpos.stream()
        .sorted(Comparator.comparing(Transaction::generatedAt))
        .map(
            reversal -> {
              LogPosition sale = saleOfReturn.getOrDefault(origin(reversal), origin(reversal));
              int place = 1;
              while (!places(taken, sale).add(place)) {
                place++;
              }
              return reversal.withClaim(new ReversalClaim(sale, place).text());
            })
        .toList();
  }

  private static Set<Integer> places(Map<LogPosition, Set<Integer>> taken, LogPosition sale) {
    return taken.computeIfAbsent(sale, none -> new HashSet<>());
  }
}
