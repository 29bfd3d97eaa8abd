package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.Acknowledgement;
import dev.poscart.domain.model.Delivery;
import dev.poscart.domain.model.EventConsumer;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.OutboxEntry;
import dev.poscart.domain.sale.SaleHistory;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Kugelpos can go on with a database that this service has used. */
class KugelposWayBackTest extends KugelposHistoryFixture {

  private final AtomicInteger events = new AtomicInteger();

  @Test
  void daysOfKugelposItself_areInOrder() {
    kugelposCanGoOn();
  }

  @Test
  void saleOfEachTerminal_movesItsCounters() {
    sale(TILL_1);
    sale(TILL_1);
    sale(OTHER_STORE);

    kugelposCanGoOn();
    assertThat(counts("K7310-2101-1")).isEqualTo(counts(26, 2));
    assertThat(counts("K7310-2102-1")).isEqualTo(counts(19, 1));
  }

  @Test
  void saleOfATerminalThatKugelposNeverServed_startsItsCounters() {
    sale(new TerminalKey("K7310", "2101", 7));

    kugelposCanGoOn();
    assertThat(counts("K7310-2101-7")).isEqualTo(counts(1, 1));
  }

  @Test
  void countersThatAreFurther_areLeftAlone() {
    update("info_terminal_counter", eq("terminal_id", "K7310-2101-1"), "count_dic.Transaction", 40);

    sale(TILL_1);

    assertThat(counts("K7310-2101-1")).containsEntry("Transaction", 40);
  }

  @Test
  void reversals_areMarked_onSalesOfBoth() {
    reverse(sale(TILL_1), TransactionType.VOID_SALE);
    reverse(find(TILL_1, 1), TransactionType.VOID_SALE);
    reverse(find(TILL_2, 3), TransactionType.RETURN);

    kugelposCanGoOn();
    Document returned = mark(TILL_2, 3);
    assertThat(returned.get("is_refunded")).isEqualTo(true);
    assertThat(returned.get("return_transaction_no")).isEqualTo(30);
    assertThat(returned.get("return_staff_id")).isEqualTo("S001");
    assertThat(returned.getString("return_date_time"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}[+]09:00");
    assertThat(returned.get("is_voided")).isEqualTo(false);
  }

  @Test
  void voidOfAReturn_clearsTheMarkOfTheSale() {
    Transaction returned = reverse(find(OTHER_STORE, 3), TransactionType.RETURN);
    assertThat(mark(OTHER_STORE, 3).get("is_refunded")).isEqualTo(true);

    reverse(returned, TransactionType.VOID_RETURN);

    kugelposCanGoOn();
    assertThat(mark(OTHER_STORE, 3).get("is_refunded")).isEqualTo(false);
    assertThat(mark(OTHER_STORE, 3).get("return_transaction_no")).isNull();
    assertThat(mark(OTHER_STORE, returned.numbers().transactionNo()).get("is_voided"))
        .isEqualTo(true);
  }

  @Test
  void markOfAReturn_saysWhichPiecesWereReturned() {
    reverse(sale(TILL_1), TransactionType.RETURN);

    assertThat(mark(TILL_1, 25).getList("poscart_returned", Document.class))
        .containsExactly(new Document("line_no", 1).append("quantity", 2));
  }

  @Test
  void event_hasADeliveryRecord_thatFollowsItsDelivery() {
    Transaction sale = sale(TILL_1);
    assertThat(delivery(sale).get("status")).isEqualTo("failed");

    for (EventConsumer consumer : EventConsumer.values()) {
      OutboxEntry entry = result(storeSet.outbox().find("K7310", sale.eventId())).orElseThrow();
      Delivery after =
          entry
              .delivery()
              .acknowledged(
                  consumer,
                  new Acknowledgement(Acknowledgement.Status.RECEIVED, Optional.empty()),
                  OffsetDateTime.parse("2026-11-29T10:00:00+09:00"));
      assertThat(result(storeSet.outbox().replace(entry, after))).isTrue();
    }

    kugelposCanGoOn();
    assertThat(delivery(sale).get("status")).isEqualTo("delivered");
  }

  @Test
  void recordsThatAKillLeftOut_areCaughtUpWith() {
    Transaction voided = sale(TILL_1);
    Transaction reversal = reverse(voided, TransactionType.VOID_SALE);
    update("log_tran", eq("_id", reversal.claim()), "kugelpos_due", true);
    update("info_terminal_counter", eq("terminal_id", "K7310-2101-1"), "count_dic.Transaction", 25);
    delete(collection("status_tran"), ofEntry(TILL_1, 25));
    delete(deliveries(), eq("event_id", reversal.eventId()));
    assertThat(KugelposReader.problems(raw, "test", "K7310")).hasSize(3);

    result(storeSet.outbox().count("K7310"));

    kugelposCanGoOn();
    assertThat(
            first(collection("log_tran"), eq("_id", reversal.claim())).containsKey("kugelpos_due"))
        .isFalse();
  }

  @Test
  void installationThatKugelposNeverUsed_getsNoneOfItsRecords() {
    result(Mono.from(raw.getDatabase("test_commons").drop()).then(Mono.just(true)).toFuture());

    result(
        storeSet
            .transactions()
            .append(TransactionTestData.sale().terminal(CartTestData.TERMINAL).no(1).make()));

    for (String name : new String[] {"info_terminal_counter", "status_tran"}) {
      assertThat(count(raw.getDatabase("test_A1234").getCollection(name))).isZero();
    }
    assertThat(count(deliveries())).isZero();
  }

  private void kugelposCanGoOn() {
    assertThat(KugelposReader.problems(raw, "test", "K7310")).isEmpty();
  }

  private Transaction sale(TerminalKey terminal) {
    return append(TransactionTestData.sale().terminal(terminal).eventId(eventId()));
  }

  private Transaction reverse(Transaction entry, TransactionType type) {
    LogPosition sale = SaleHistory.saleOf(entry).orElseThrow();
    return append(
        TransactionTestData.returnOf(entry)
            .terminal(entry.terminal())
            .type(type)
            .eventId(eventId())
            .claim(history(sale.terminal(), sale.position()).next().text()));
  }

  private String eventId() {
    return "event-" + events.incrementAndGet();
  }

  private Document mark(TerminalKey terminal, int transactionNo) {
    return first(collection("status_tran"), ofEntry(terminal, transactionNo));
  }

  private Document delivery(Transaction event) {
    return first(deliveries(), eq("event_id", event.eventId()));
  }

  private Document counts(String terminalId) {
    return first(collection("info_terminal_counter"), eq("terminal_id", terminalId))
        .get("count_dic", Document.class);
  }

  private static Document counts(int transaction, int receipt) {
    return new Document("Transaction", transaction).append("Receipt", receipt);
  }

  private static Bson ofEntry(TerminalKey terminal, int transactionNo) {
    return and(
        eq("store_code", terminal.storeCode()),
        eq("terminal_no", terminal.terminalNo()),
        eq("transaction_no", transactionNo));
  }

  private MongoCollection<Document> collection(String name) {
    return raw.getDatabase("test_K7310").getCollection(name);
  }

  private MongoCollection<Document> deliveries() {
    return raw.getDatabase("test_commons").getCollection("status_tran_delivery");
  }

  private void update(String collection, Bson which, String field, Object value) {
    result(Mono.from(collection(collection).updateOne(which, set(field, value))).toFuture());
  }

  private static void delete(MongoCollection<Document> from, Bson which) {
    result(Mono.from(from.deleteOne(which)).toFuture());
  }

  private static Document first(MongoCollection<Document> in, Bson which) {
    return result(Mono.from(in.find(which).first()).toFuture());
  }

  private static long count(MongoCollection<Document> of) {
    return result(Mono.from(of.countDocuments()).toFuture());
  }
}
