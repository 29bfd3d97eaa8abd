package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.not;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bson.Document;

/**
 * Writes kugelpos's marks on the transactions that this service voided or returned. A mark repeats
 * what the log says and is derived from it as a whole, so that writing it again does no harm; one
 * that knows of more reversals is never overwritten by one that knows of fewer.
 *
 * <p>Kugelpos knows no partial returns: a sale is marked as returned from the first piece on, and
 * the pieces are in a field of this service.
 */
final class KugelposMarks {

  private static final String REVERSALS = "poscart_reversals";
  private static final String PIECES = "poscart_returned";

  private final DriverCalls calls;
  private final KugelposReversals reversals;

  KugelposMarks(DriverCalls calls) {
    this.calls = calls;
    this.reversals = new KugelposReversals(calls);
  }

  /** Marks what a reversal concerns: a sale, and for the void of a return also that return. */
  CompletionStage<Boolean> write(TenantDatabase database, Transaction reversal) {
    return ReversalClaim.of(reversal)
        .map(claim -> write(database, claim.sale(), reversal))
        .orElseGet(() -> CompletableFuture.completedStage(true));
  }

  private CompletionStage<Boolean> write(
      TenantDatabase database, LogPosition sale, Transaction reversal) {
    return reversals
        .all(database, Set.of(sale))
        .thenCompose(
            all -> {
              CompletionStage<Boolean> marked = mark(database, sale, all, reversal);
              Optional<LogPosition> ofReturn =
                  reversal.origin().map(Origin::position).filter(of -> !of.equals(sale));
              return ofReturn
                  .map(of -> marked.thenCompose(done -> mark(database, of, all, reversal)))
                  .orElse(marked);
            });
  }

  private CompletionStage<Boolean> mark(
      TenantDatabase database, LogPosition entry, List<Transaction> reversals, Transaction last) {
    Document key = KugelposForm.key(entry);
    Document mark = marks(entry, reversals).append(REVERSALS, reversals.size());
    Document renewed =
        new Document(mark).append("updated_at", KugelposForm.date(last.generatedAt()));
    Document created = KugelposForm.storage(null, last.generatedAt());
    created.putAll(mark);
    created.append("_id", String.join(":", key.values().stream().map(String::valueOf).toList()));
    return new ForwardUpdate(
            "kugelpos mark",
            key,
            and(key, not(gt(REVERSALS, reversals.size()))),
            new Document("$set", renewed),
            created)
        .apply(calls, database.kugelposMarks());
  }

  private static Document marks(LogPosition entry, List<Transaction> reversals) {
    List<Transaction> voids = of(entry, reversals, false);
    List<Transaction> returns =
        of(entry, reversals, true).stream()
            .filter(each -> of(each.position(), reversals, false).isEmpty())
            .toList();
    Document mark = new Document();
    put(mark, "is_voided", "void", voids);
    put(mark, "is_refunded", "return", returns);
    return mark.append(PIECES, pieces(returns));
  }

  private static void put(Document mark, String flag, String kind, List<Transaction> reversals) {
    Optional<Transaction> last =
        reversals.isEmpty() ? Optional.empty() : Optional.of(reversals.get(reversals.size() - 1));
    mark.append(flag, last.isPresent())
        .append(
            kind + "_transaction_no", last.map(each -> each.numbers().transactionNo()).orElse(null))
        .append(
            kind + "_date_time",
            last.map(each -> KugelposForm.time(each.generatedAt())).orElse(null))
        .append(kind + "_staff_id", last.map(each -> each.staff().id()).orElse(null));
  }

  private static List<Transaction> of(
      LogPosition entry, List<Transaction> reversals, boolean returns) {
    return reversals.stream()
        .filter(each -> (each.type() == TransactionType.RETURN) == returns)
        .filter(each -> each.origin().map(Origin::position).filter(entry::equals).isPresent())
        .toList();
  }

  private static List<Document> pieces(List<Transaction> returns) {
    Map<Integer, Integer> byLine = new TreeMap<>();
    returns.stream()
        .flatMap(each -> each.lines().stream())
        .filter(LineItem::live)
        .forEach(line -> byLine.merge(line.lineNo(), line.quantity(), Integer::sum));
    List<Document> pieces = new ArrayList<>();
    byLine.forEach(
        (line, quantity) -> pieces.add(new Document("line_no", line).append("quantity", quantity)));
    return pieces;
  }
}
