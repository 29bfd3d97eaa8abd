package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexModel;
import de.bwaldvogel.mongo.bson.Document;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.TransactionQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each query of the log and of the carts has an index: its filter names the first key, and its
 * order begins with a key that follows those that the filter names. The wire server has no plans to
 * look at, so the queries that it gets are compared with the definitions.
 */
class QueryIndexesTest extends MongoStoreSetFixture {

  private static final TerminalKey TILL = CartTestData.TERMINAL;
  private static final String TENANT = TILL.tenantId();
  private static final OffsetDateTime LATER = OffsetDateTime.parse("2030-01-01T00:00:00+09:00");

  private static final Map<String, List<IndexModel>> INDEXES =
      Map.of(
          "log_tran",
          Stream.of(
                  IndexDefinitions.required(),
                  IndexDefinitions.logIndexes(),
                  List.of(IndexDefinitions.deskDay(), StoredCount.inOrder()))
              .flatMap(List::stream)
              .toList(),
          "poscart_cart",
          IndexDefinitions.cartIndexes());

  @Test
  void eachQuery_hasAnIndex() {
    useTheLog();
    useTheCarts();
    result(storeSet.outbox().findDue(TENANT, LATER, 10));
    result(storeSet.outbox().findParked(TENANT, 10));
    result(storeSet.outbox().count(TENANT));
    result(storeSet.outbox().find(TENANT, "an event"));

    Set<String> without = new TreeSet<>();
    List<Document> queries = queries();
    queries.stream().filter(query -> !isServed(query)).map(String::valueOf).forEach(without::add);
    assertThat(queries).hasSizeGreaterThan(18);
    assertThat(without).isEmpty();
  }

  private void useTheLog() {
    result(storeSet.transactions().append(TransactionTestData.sale().no(1).makeAt(1)));
    result(storeSet.transactions().append(TransactionTestData.sale().no(1).claim("b").makeAt(1)));
    result(storeSet.transactions().findLast(TILL));
    result(storeSet.transactions().find(TILL, 1));
    result(storeSet.transactions().findAt(new LogPosition(TILL, 1)));
    result(storeSet.transactions().findByClaim(TENANT, "cart:1"));
    result(storeSet.transactions().findReversals(TENANT, Set.of(new LogPosition(TILL, 1))));
    result(storeSet.transactions().query(query(Optional.of("20251123"))));
    result(storeSet.transactions().query(query(Optional.empty())));
    result(storeSet.deskLog().findLastShift(TILL));
    result(storeSet.deskLog().findDay(TILL, "20251123"));
  }

  private static TransactionQuery query(Optional<String> date) {
    return new TransactionQuery(
        TILL, date, Optional.empty(), Optional.empty(), Set.of(), false, 20, 1, List.of());
  }

  private void useTheCarts() {
    result(storeSet.carts().insert(cartOf(TENANT)).thenApply(stored -> true));
    result(storeSet.carts().replace(cartOf(TENANT), 1));
    result(storeSet.carts().find(TENANT, cartOf(TENANT).id()));
    result(storeSet.carts().findClosing(TENANT, 10));
    result(storeSet.carts().findOpen(TILL, 10));
    result(storeSet.carts().findParked(TILL.store(), 10, 1));
    result(storeSet.carts().removeUnchangedSince(TENANT, Instant.now(), 10));
  }

  /** Collection, filter and order of what was found, counted, changed or deleted. */
  private List<Document> queries() {
    List<Document> all = new ArrayList<>();
    for (Document find : server.queries("find")) {
      all.add(query(find.get("find"), find.get("filter"), find.get("sort")));
    }
    for (Document aggregate : server.queries("aggregate")) {
      List<?> steps = (List<?>) aggregate.getOrMissing("pipeline");
      Object match = ((Document) steps.get(0)).get("$match");
      Object sort = ((Document) steps.get(1)).get("$sort");
      all.add(query(aggregate.get("aggregate"), match, sort));
    }
    for (String command : List.of("update", "delete")) {
      for (Document change : server.queries(command)) {
        ((List<?>) change.getOrMissing(command + "s"))
            .forEach(each -> all.add(query(change.get(command), ((Document) each).get("q"), null)));
      }
    }
    return all.stream().filter(query -> INDEXES.containsKey(query.get("of"))).toList();
  }

  private static Document query(
      @Nullable Object of, @Nullable Object filter, @Nullable Object sort) {
    return new Document("of", of)
        .append("filter", Optional.ofNullable(filter).orElseGet(Document::new))
        .append("sort", Optional.ofNullable(sort).orElseGet(Document::new));
  }

  private static boolean isServed(Document query) {
    List<String> sort = List.copyOf(((Document) query.getOrMissing("sort")).keySet());
    return alternatives((Document) query.getOrMissing("filter")).stream()
        .allMatch(
            fields ->
                fields.contains("_id")
                    || INDEXES.getOrDefault(query.getOrMissing("of"), List.of()).stream()
                        .anyMatch(index -> isServed(fields, sort, index)));
  }

  private static boolean isServed(Set<String> fields, List<String> sort, IndexModel index) {
    List<String> keys = List.copyOf(index.getKeys().toBsonDocument().keySet());
    int named = (int) keys.stream().takeWhile(fields::contains).count();
    return (named > 0 || coversItsPart(fields, index))
        && (sort.isEmpty()
            || keys.subList(0, Math.min(named + 1, keys.size())).contains(sort.get(0)));
  }

  /** A partial index has the documents of its condition only. */
  private static boolean coversItsPart(Set<String> fields, IndexModel index) {
    return Optional.ofNullable(index.getOptions().getPartialFilterExpression())
        .map(condition -> fields.containsAll(condition.toBsonDocument().keySet()))
        .orElse(false);
  }

  /** The fields of a filter; several sets if it has alternatives. */
  private static List<Set<String>> alternatives(Document filter) {
    Set<String> fields = new TreeSet<>();
    List<Set<String>> all = new ArrayList<>();
    collect(filter, fields, all);
    return all.isEmpty() ? List.of(fields) : all;
  }

  private static void collect(Document filter, Set<String> fields, List<Set<String>> all) {
    filter.forEach(
        (name, value) -> {
          if (name.equals("$and")) {
            ((List<?>) value).forEach(each -> collect((Document) each, fields, all));
          } else if (name.equals("$or")) {
            ((List<?>) value).forEach(each -> all.addAll(alternatives((Document) each)));
          } else {
            fields.add(name);
          }
        });
  }
}
