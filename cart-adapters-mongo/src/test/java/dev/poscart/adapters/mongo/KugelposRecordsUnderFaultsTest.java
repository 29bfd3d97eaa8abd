package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.TransactionLog.Appended;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Kugelpos's records while the database is in trouble, or other processes write them too. */
class KugelposRecordsUnderFaultsTest extends BehindTheProxy {

  private static final TerminalKey TILL = new TerminalKey("K7310", "2101", 1);
  private static final TerminalKey NEW_TILL = new TerminalKey("K7310", "2101", 7);

  private MongoClient raw;

  @BeforeEach
  void restore() {
    raw = MongoClients.create(server.connectionString());
    KugelposDay.restore(raw, "test");
  }

  @AfterEach
  void disconnect() {
    raw.close();
  }

  @Test
  void saleIsBooked_whileTheDeliveryRecordsCannotBeRead_andIsCaughtUpWith() {
    proxy.turnDown("find", "status_tran_delivery");
    append(sale(TILL, 25));

    proxy.turnDown("find", "no collection");
    assertThat(KugelposReader.problems(raw, "test", "K7310")).hasSize(2);
    result(storeSet.outbox().count("K7310"));

    assertThat(KugelposReader.problems(raw, "test", "K7310")).isEmpty();
  }

  @Test
  void saleIsBooked_whileTheCountersCannotBeWritten() {
    proxy.turnDown("update", "info_terminal_counter");

    append(sale(TILL, 25));

    Document entry =
        result(Mono.from(collection("log_tran").find(eq("_id", "cart:25")).first()).toFuture());
    assertThat(entry.get("kugelpos_due")).isEqualTo(true);
  }

  @Test
  void countersThatAnotherProcessCreatesAtTheSameTime_areAdvanced() {
    proxy.before(
        "update",
        "info_terminal_counter",
        "setOnInsert",
        () -> create("info_terminal_counter", counters(1)));

    append(sale(NEW_TILL, 2));

    Document stored = only("info_terminal_counter", eq("terminal_id", "K7310-2101-7"));
    assertThat(stored.get("count_dic", Document.class).get("Transaction")).isEqualTo(2);
  }

  @Test
  void markThatAnotherProcessCreatesAtTheSameTime_isRenewed() {
    append(sale(TILL, 25));
    proxy.before(
        "update",
        "status_tran\u0000",
        "setOnInsert",
        () -> create("status_tran", KugelposForm.key(TILL, 25)));

    append(
        TransactionTestData.returnOf(sale(TILL, 25))
            .terminal(TILL)
            .type(TransactionType.VOID_SALE)
            .no(26)
            .eventId("void")
            .claim(new ReversalClaim(new LogPosition(TILL, 25), 1).text())
            .make());

    assertThat(only("status_tran", KugelposForm.key(TILL, 25)).get("is_voided")).isEqualTo(true);
  }

  private static Transaction sale(TerminalKey terminal, int number) {
    return TransactionTestData.sale()
        .terminal(terminal)
        .no(number)
        .claim("cart:" + number)
        .eventId("event-" + number)
        .make();
  }

  private static Document counters(int transactionNo) {
    return new Document("terminal_id", NEW_TILL.terminalId())
        .append("count_dic", new Document("Transaction", transactionNo).append("Receipt", 1));
  }

  private void append(Transaction entry) {
    assertThat(result(storeSet.transactions().append(entry))).isEqualTo(new Appended.Done());
  }

  /** Creates a document unless it is there. */
  private void create(String collection, Document document) {
    Document key = new Document(document);
    key.remove("count_dic");
    result(
        Mono.from(
                collection(collection)
                    .updateOne(
                        key,
                        new Document("$setOnInsert", document),
                        new UpdateOptions().upsert(true)))
            .toFuture());
  }

  private Document only(String collection, Bson which) {
    return result(Mono.from(collection(collection).find(which)).toFuture());
  }

  private MongoCollection<Document> collection(String name) {
    return raw.getDatabase("test_K7310").getCollection(name);
  }
}
