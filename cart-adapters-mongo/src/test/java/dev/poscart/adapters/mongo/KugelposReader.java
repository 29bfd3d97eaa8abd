package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import reactor.core.publisher.Flux;

/**
 * Reads a tenant's databases as kugelpos's cart service would after going back to it, and lists
 * what would trip it: documents in another form, counters behind the log, marks that do not agree
 * with the log, events without a delivery record.
 */
public final class KugelposReader {

  private static final int RETURN = 102;
  private static final int VOID_SALE = 201;
  private static final int VOID_RETURN = 202;

  private final List<Document> log;
  private final List<Document> marks;
  private final List<Document> counters;
  private final List<Document> deliveries;
  private final List<String> problems = new ArrayList<>();

  private KugelposReader(MongoClient client, String prefix, String tenantId) {
    MongoDatabase tenant = client.getDatabase(prefix + "_" + tenantId);
    this.log = all(tenant, "log_tran");
    this.marks = all(tenant, "status_tran");
    this.counters = all(tenant, "info_terminal_counter");
    this.deliveries =
        all(client.getDatabase(prefix + "_commons"), "status_tran_delivery").stream()
            .filter(record -> tenantId.equals(record.getString("tenant_id")))
            .toList();
  }

  /** What is wrong; empty if kugelpos could go on. */
  public static List<String> problems(MongoClient client, String prefix, String tenantId) {
    KugelposReader reader = new KugelposReader(client, prefix, tenantId);
    reader.checkForms();
    reader.checkCounters();
    reader.checkMarks();
    reader.checkDeliveries();
    return reader.problems;
  }

  private static List<Document> all(MongoDatabase database, String collection) {
    return result(Flux.from(database.getCollection(collection).find()).collectList().toFuture());
  }

  private void checkForms() {
    checkForm(KugelposShape.LOG_TRAN, log);
    checkForm(KugelposShape.STATUS_TRAN, marks);
    checkForm(KugelposShape.INFO_TERMINAL_COUNTER, counters);
    checkForm(KugelposShape.STATUS_TRAN_DELIVERY, deliveries);
  }

  private void checkForm(KugelposShape shape, List<Document> documents) {
    for (Document document : documents) {
      for (String problem : shape.problems(document)) {
        problems.add(shape + " " + document.get("_id") + ": " + problem);
      }
    }
  }

  /** Kugelpos's next number must be free. */
  private void checkCounters() {
    Map<String, Integer> last = new HashMap<>();
    log.forEach(
        entry -> last.merge(terminalId(entry), entry.getInteger("transaction_no"), Math::max));
    last.forEach(
        (terminal, number) -> {
          Optional<Integer> counted =
              counters.stream()
                  .filter(each -> terminal.equals(each.getString("terminal_id")))
                  .map(each -> each.getEmbedded(List.of("count_dic", "Transaction"), Integer.class))
                  .findFirst();
          if (counted.orElse(0) < number) {
            problems.add(
                "counter of " + terminal + ": " + counted + " (expected: at least " + number + ")");
          }
        });
  }

  /** Kugelpos refuses a second void or return by these marks alone. */
  private void checkMarks() {
    for (Document entry : log) {
      List<Document> voids = referring(entry, VOID_SALE, VOID_RETURN);
      List<Document> returns =
          referring(entry, RETURN).stream()
              .filter(each -> referring(each, VOID_RETURN).isEmpty())
              .toList();
      Optional<Document> mark = marks.stream().filter(each -> isOf(each, entry)).findFirst();
      check(entry, mark, "is_voided", "void_transaction_no", voids);
      check(entry, mark, "is_refunded", "return_transaction_no", returns);
    }
  }

  private void check(
      Document entry, Optional<Document> mark, String flag, String by, List<Document> reversals) {
    boolean marked = mark.map(each -> each.getBoolean(flag)).orElse(false);
    Integer number = mark.map(each -> each.getInteger(by)).orElse(null);
    boolean named =
        reversals.stream()
            .anyMatch(each -> Objects.equals(number, each.getInteger("transaction_no")));
    if (marked == reversals.isEmpty() || (marked && !named)) {
      problems.add(
          "%s no. %s: %s %s by %s (expected: by one of %s)"
              .formatted(
                  terminalId(entry),
                  entry.get("transaction_no"),
                  flag,
                  marked,
                  number,
                  reversals.stream().map(each -> each.getInteger("transaction_no")).toList()));
    }
  }

  private void checkDeliveries() {
    for (Document entry : log) {
      long records = deliveries.stream().filter(each -> isOf(each, entry)).count();
      if (records != 1) {
        problems.add(
            "%s no. %s: %d delivery records (expected: 1)"
                .formatted(terminalId(entry), entry.get("transaction_no"), records));
      }
    }
  }

  private List<Document> referring(Document to, Integer... types) {
    return log.stream()
        .filter(entry -> List.of(types).contains(entry.getInteger("transaction_type")))
        .filter(entry -> isOf(entry.get("origin", Document.class), to))
        .toList();
  }

  private static boolean isOf(Document reference, Document entry) {
    return List.of("store_code", "terminal_no", "transaction_no").stream()
        .allMatch(field -> Objects.equals(reference.get(field), entry.get(field)));
  }

  private static String terminalId(Document entry) {
    return "%s-%s-%s"
        .formatted(entry.get("tenant_id"), entry.get("store_code"), entry.get("terminal_no"));
  }
}
