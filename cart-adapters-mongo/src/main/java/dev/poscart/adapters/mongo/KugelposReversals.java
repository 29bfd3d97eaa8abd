package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;

import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
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

  private static final Bson OF_KUGELPOS = exists("schema", false);

  private final DriverCalls calls;

  KugelposReversals(DriverCalls calls) {
    this.calls = calls;
  }

  /** A reversal whose place is not decided yet. */
  private record Unplaced(
      LogPosition sale, OffsetDateTime at, Function<String, Transaction> underClaim) {}

  /** Adds kugelpos's reversals of these sales to those that this service made. */
  CompletionStage<List<Transaction>> withKugelpos(
      TenantDatabase database, Set<LogPosition> sales, List<Transaction> ours) {
    if (sales.isEmpty()) {
      return CompletableFuture.completedStage(ours);
    }
    return referringTo(database, sales)
        .thenCompose(
            direct -> {
              Map<LogPosition, LogPosition> saleOfReturn = new HashMap<>();
              Stream.concat(ours.stream(), direct.stream().map(StoredTransaction::read))
                  .filter(entry -> entry.type() == TransactionType.RETURN)
                  .forEach(entry -> saleOfReturn.put(entry.position(), origin(entry)));
              return referringTo(database, saleOfReturn.keySet())
                  .thenApply(voids -> unplaced(direct, voids, saleOfReturn))
                  .thenCompose(logged -> withMarked(database, sales, saleOfReturn, ours, logged))
                  .thenApply(all -> placed(ours, all));
            });
  }

  private CompletionStage<List<Document>> referringTo(
      TenantDatabase database, Collection<LogPosition> entries) {
    if (entries.isEmpty()) {
      return CompletableFuture.completedStage(List.of());
    }
    List<Bson> references = entries.stream().map(entry -> reference("origin.", entry)).toList();
    return calls.all(
        "find kugelpos reversals",
        (Document stored) -> stored,
        () -> database.log().find(and(or(references), OF_KUGELPOS)));
  }

  private static Bson reference(String prefix, LogPosition entry) {
    return and(
        eq(prefix + "transaction_no", entry.position()),
        eq(prefix + "store_code", entry.terminal().storeCode()),
        eq(prefix + "terminal_no", entry.terminal().terminalNo()));
  }

  private static List<Unplaced> unplaced(
      List<Document> direct, List<Document> voids, Map<LogPosition, LogPosition> saleOfReturn) {
    List<Unplaced> all = new ArrayList<>();
    direct.forEach(stored -> all.add(unplaced(stored, Function.identity())));
    voids.forEach(stored -> all.add(unplaced(stored, of -> saleOfReturn.getOrDefault(of, of))));
    return all;
  }

  private static Unplaced unplaced(Document stored, Function<LogPosition, LogPosition> saleOf) {
    Transaction reversal = StoredTransaction.read(stored);
    return new Unplaced(
        saleOf.apply(origin(reversal)),
        reversal.generatedAt(),
        claim -> TransactionDocument.read(KugelposEntry.plain(stored, claim)));
  }

  private static LogPosition origin(Transaction reversal) {
    return reversal.origin().map(Origin::position).orElseGet(reversal::position);
  }

  private CompletionStage<List<Unplaced>> withMarked(
      TenantDatabase database,
      Set<LogPosition> sales,
      Map<LogPosition, LogPosition> saleOfReturn,
      List<Transaction> ours,
      List<Unplaced> logged) {
    Set<LogPosition> entries = new LinkedHashSet<>(sales);
    entries.addAll(saleOfReturn.keySet());
    List<Bson> references = entries.stream().map(entry -> reference("", entry)).toList();
    String tenantId = entries.iterator().next().tenantId();
    List<Transaction> known =
        Stream.concat(ours.stream(), logged.stream().map(each -> each.underClaim().apply("")))
            .toList();
    return calls
        .all(
            "find kugelpos marks",
            stored -> KugelposMark.read(tenantId, stored),
            () -> database.kugelposMarks().find(or(references)))
        .thenCompose(
            marks ->
                unlogged(
                    database,
                    marks.stream().filter(mark -> mark.isMissingIn(known)).toList(),
                    saleOfReturn))
        .thenApply(unlogged -> Stream.concat(logged.stream(), unlogged.stream()).toList());
  }

  private CompletionStage<List<Unplaced>> unlogged(
      TenantDatabase database,
      List<KugelposMark> marks,
      Map<LogPosition, LogPosition> saleOfReturn) {
    CompletionStage<List<Unplaced>> all = CompletableFuture.completedStage(new ArrayList<>());
    for (KugelposMark mark : marks) {
      all = all.thenCombine(unlogged(database, mark, saleOfReturn), KugelposReversals::plus);
    }
    return all;
  }

  private static List<Unplaced> plus(List<Unplaced> all, Optional<Unplaced> one) {
    one.ifPresent(all::add);
    return all;
  }

  private CompletionStage<Optional<Unplaced>> unlogged(
      TenantDatabase database, KugelposMark mark, Map<LogPosition, LogPosition> saleOfReturn) {
    return calls
        .first(
            "find marked transaction",
            StoredTransaction::read,
            () -> database.log().find(StoredPlace.at(mark.entry())).first())
        .thenApply(
            found ->
                found.map(
                    original ->
                        new Unplaced(
                            saleOfReturn.getOrDefault(mark.entry(), mark.entry()),
                            mark.at().orElseGet(original::generatedAt),
                            claim -> mark.reversal(original, claim))));
  }

  private static List<Transaction> placed(List<Transaction> ours, List<Unplaced> kugelpos) {
    Map<LogPosition, Set<Integer>> taken = new HashMap<>();
    for (Transaction own : ours) {
      ReversalClaim.of(own)
          .ifPresent(
              claim ->
                  taken.computeIfAbsent(claim.sale(), sale -> new HashSet<>()).add(claim.place()));
    }
    List<Transaction> all = new ArrayList<>(ours);
    kugelpos.stream()
        .sorted(Comparator.comparing(Unplaced::at))
        .forEach(
            reversal -> {
              Set<Integer> places = taken.computeIfAbsent(reversal.sale(), sale -> new HashSet<>());
              int place = 1;
              while (!places.add(place)) {
                place++;
              }
              all.add(
                  reversal.underClaim().apply(new ReversalClaim(reversal.sale(), place).text()));
            });
    return all;
  }
}
