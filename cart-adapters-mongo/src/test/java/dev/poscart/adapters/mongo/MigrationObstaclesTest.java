package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import dev.poscart.adapters.mongo.MigrationFindings.Span;
import dev.poscart.adapters.mongo.MigrationFindings.TerminalNumbers;
import dev.poscart.adapters.mongo.MigrationFindings.UnreadableDocument;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The databases that kugelpos wrote in two days, with something wrong in them. */
class MigrationObstaclesTest extends MigrationCheckFixture {

  @Test
  void unusedIssuedNumbers_areAhead_andAnOldCounterIsBehind() {
    update(
        "info_terminal_counter",
        Filters.eq("terminal_id", "K7310-2101-1"),
        Updates.set("count_dic.Transaction", 27.0));
    update(
        "info_terminal_counter",
        Filters.eq("terminal_id", "K7310-2101-2"),
        Updates.set("count_dic.Transaction", 28));
    write(
        "info_terminal_counter",
        new Document("terminal_id", "K7310-2109-1")
            .append("count_dic", new Document("Transaction", 2)));
    check();

    assertThat(found.terminals)
        .extracting(TerminalNumbers::ahead)
        .containsExactly(
            Optional.of(new Span(25, 27)),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Span(1, 2)));
    assertThat(found.terminals)
        .extracting(TerminalNumbers::isCounterBehind)
        .containsExactly(false, true, false, false);
  }

  @Test
  void unreadableDocuments_areNamed_andTheirNumbersCount() {
    spoil();
    check();

    assertThat(found.unreadable)
        .extracting(UnreadableDocument::collection)
        .containsExactly(
            "test_K7310.info_terminal_counter",
            "test_K7310.status_tran",
            "test_K7310.log_tran",
            "test_K7310.log_tran",
            "test_K7310.log_tran",
            "test_K7310.cache_cart",
            "test_commons.status_tran_delivery");
    assertThat(found.unreadable)
        .extracting(UnreadableDocument::reason)
        .contains(
            "terminal_id: K7311-2102-1 (expected: a terminal of K7310)",
            "is_voided: yes (expected: true or false)",
            "transaction_no: none (expected: 0..2147483647)",
            "tenant_id: K7311 (expected: K7310)",
            "status: String 'Lost' (expected: one of Idle, EnteringItem, Paying, Completed, Cancelled)",
            "services: report (expected: a list of documents)");
    assertThat(found.unreadable.get(2).id()).isEqualTo("6b08d3eb56b9586ec36d44f9");
    assertThat(found.unreadable.get(2).reason()).contains("total_amount");
    assertThat(found.terminals.get(0).missing()).containsExactly(new Span(4, 5), new Span(21, 21));
  }

  @Test
  void conflictingIndex_isNamed_andWhetherSalesDependOnIt() {
    Bson number =
        Indexes.ascending(
            "tenant_id", "store_code", "terminal_no", "transaction_no", "business_counter");
    index(number, new IndexOptions().name("by_hand"));
    index(Indexes.ascending("event_id"), new IndexOptions().unique(true).sparse(true));
    index(Indexes.ascending("origin.store_code"), new IndexOptions().name("delivery"));
    check();

    assertThat(found.indexes)
        .containsExactly(
            "K7310 true create index session_number on test_K7310.log_tran: index by_hand has the"
                + " same keys or name but other options; drop it",
            "K7310 false create index event on test_K7310.log_tran: index event_id_1 has the same"
                + " keys or name but other options; drop it",
            "K7310 false create index delivery on test_K7310.log_tran: index delivery has the same"
                + " keys or name but other options; drop it");
  }

  @Test
  void duplicateNumber_isReported_unlessInAnotherSession() {
    dropIndex("log_tran_index_tenant_id_store_code_terminal_no_transaction_no");
    update("log_tran", entry(4), Updates.set("transaction_no", 3));
    update(
        "log_tran",
        Filters.and(entry(6), Filters.eq("terminal_no", 1)),
        Updates.combine(Updates.set("transaction_no", 7), Updates.set("business_counter", 99)));
    check();

    assertThat(found.terminals.get(0).repeated()).containsExactly(new Span(3, 3));
    assertThat(found.terminals.get(0).missing())
        .containsExactly(new Span(4, 4), new Span(6, 6), new Span(21, 21));
  }

  private void spoil() {
    update("log_tran", entry(3), Updates.set("sales.total_amount", "351"));
    update("log_tran", entry(4), Updates.unset("transaction_no"));
    update("log_tran", entry(5), Updates.set("tenant_id", "K7311"));
    update("status_tran", entry(2), Updates.set("is_voided", "yes"));
    update(
        "info_terminal_counter",
        Filters.eq("terminal_id", "K7310-2102-1"),
        Updates.set("terminal_id", "K7311-2102-1"));
    update("cache_cart", new Document(), Updates.set("status", "Lost"));
    result(
        Mono.from(
                raw.getDatabase("test_commons")
                    .getCollection("status_tran_delivery")
                    .updateOne(entry(23), Updates.set("services", "report")))
            .toFuture());
  }

  private void index(Bson keys, IndexOptions options) {
    done(collection("log_tran").createIndex(keys, options));
  }

  private void dropIndex(String name) {
    result(Mono.from(collection("log_tran").dropIndex(name)).thenReturn(true).toFuture());
  }
}
