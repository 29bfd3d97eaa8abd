package dev.poscart.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.document.EventDocument;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionStatus;
import dev.poscart.domain.port.TransactionQuery;
import dev.poscart.domain.sale.SaleHistory;
import dev.poscart.domain.usecase.audit.Finding;
import dev.poscart.domain.usecase.audit.LogReport;
import dev.poscart.domain.usecase.audit.LogVerification;
import dev.poscart.domain.usecase.audit.TillSummary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The sales of a database that kugelpos wrote. */
class KugelposHistoryTest extends KugelposHistoryFixture {

  private static final TransactionStatus VOIDED = new TransactionStatus(true, false);
  private static final TransactionStatus REFUNDED = new TransactionStatus(false, true);

  @Test
  void transactions_areListedByTerminal() {
    assertThat(list(TILL_1)).hasSize(23);
    assertThat(list(TILL_2)).hasSize(29);
    assertThat(list(OTHER_STORE)).hasSize(18);
    assertThat(list(TILL_1).stream().map(sale -> sale.numbers().transactionNo()))
        .startsWith(24, 23, 22, 20)
        .endsWith(2, 1);
  }

  /** Without the tenant, the server would read all marks, since kugelpos's index begins with it. */
  @Test
  void marks_areLookedUpByTheFieldsOfKugelposIndex() {
    Document foreign =
        KugelposForm.key(new TerminalKey("K9999", "2101", 1), 1)
            .append("is_voided", true)
            .append("void_transaction_no", 99);
    result(
        Mono.from(raw.getDatabase("test_K7310").getCollection("status_tran").insertOne(foreign))
            .toFuture());

    LogPosition sale = new LogPosition(TILL_1, 1);
    assertThat(result(storeSet.transactions().findReversals("K7310", Set.of(sale)))).isEmpty();
  }

  @Test
  void eachTransaction_makesTheEventThatKugelposPublished() {
    List<Document> deliveries = KugelposDay.documents("db_cart_commons", "status_tran_delivery");
    assertThat(deliveries).hasSize(70);
    for (Document delivery : deliveries) {
      TerminalKey terminal =
          new TerminalKey(
              "K7310", delivery.getString("store_code"), delivery.getInteger("terminal_no"));
      Map<String, Object> event =
          EventDocument.write(find(terminal, delivery.getInteger("transaction_no")));
      Map<String, Object> published =
          BsonDocuments.toPlain(delivery.get("payload", Document.class));
      for (String ofStorage : List.of("event_id", "shard_key", "created_at")) {
        event.remove(ofStorage);
        published.remove(ofStorage);
      }
      // Newer than the recorded history.
      event.remove("cart_id");
      if (event.get("origin") instanceof Map<?, ?> origin) {
        origin.remove("business_counter");
      }
      assertThat(byValue(event)).isEqualTo(byValue(published));
    }
  }

  @Test
  void reversals_areFoundInTheLog() {
    assertThat(status(TILL_1, 2)).isEqualTo(VOIDED);
    assertThat(status(TILL_1, 23)).isEqualTo(VOIDED);
    assertThat(status(TILL_1, 5)).isEqualTo(REFUNDED);
    assertThat(status(TILL_2, 1)).isEqualTo(REFUNDED);
    assertThat(status(TILL_2, 9)).isEqualTo(REFUNDED);
    assertThat(status(TILL_2, 25)).isEqualTo(VOIDED);
    assertThat(status(TILL_1, 1)).isEqualTo(TransactionStatus.NONE);
  }

  @Test
  void saleWhoseReturnWasVoided_canBeReturnedAgain() {
    assertThat(status(OTHER_STORE, 3)).isEqualTo(TransactionStatus.NONE);
    assertThat(status(OTHER_STORE, 10)).isEqualTo(VOIDED);
    assertThat(history(OTHER_STORE, 3).next().place()).isEqualTo(3);
  }

  @Test
  void reversalThatTheLogNoLongerHas_isKnownByItsMark() {
    remove(TILL_1, 7);
    remove(TILL_2, 6);
    remove(OTHER_STORE, 11);

    assertThat(status(TILL_1, 2)).isEqualTo(VOIDED);
    assertThat(status(TILL_2, 1)).isEqualTo(REFUNDED);
    assertThat(status(OTHER_STORE, 10)).isEqualTo(VOIDED);
    assertThat(status(OTHER_STORE, 3)).isEqualTo(TransactionStatus.NONE);
  }

  @Test
  void numbers_goOnAfterTheLastOfEachTerminal() {
    assertThat(end(TILL_1)).isEqualTo(endOf(24, 100010));
    assertThat(end(TILL_2)).isEqualTo(endOf(29, 100001));
    assertThat(end(OTHER_STORE)).isEqualTo(endOf(18, 100004));
  }

  @Test
  void numbers_goOnAfterTheCountersOfATerminal_whoseTransactionsWereRemoved() {
    result(
        Mono.from(raw.getDatabase("test_K7310").getCollection("log_tran").drop())
            .then(Mono.just(true))
            .toFuture());

    assertThat(end(TILL_2)).isEqualTo(endOf(29, 100001));
    assertThat(end(new TerminalKey("K7310", "2101", 7))).isEmpty();
  }

  @Test
  void sale_afterThoseOfKugelpos_takesTheNextNumbers_andStartsAChain() {
    Transaction sale = append(TransactionTestData.sale().terminal(TILL_1));

    assertThat(sale.numbers()).isEqualTo(new IssuedNumbers(25, 1));
    List<Finding> findings = new ArrayList<>();
    LogReport report = verify(findings);
    assertThat(findings).isEmpty();
    assertThat(report.tills().get(0).last()).isEqualTo(25);
    assertThat(report.tills().get(0).notChained()).isEqualTo(23);
  }

  @Test
  void returnOfAKugelposSale_takesTheNextPlaceInItsHistory() {
    Transaction sale = find(OTHER_STORE, 3);
    String claim = history(OTHER_STORE, 3).next().text();
    append(TransactionTestData.returnOf(sale).terminal(OTHER_STORE).claim(claim));

    assertThat(claim).endsWith(":3");
    assertThat(history(OTHER_STORE, 3).next().place()).isEqualTo(4);
  }

  @Test
  void verification_countsTheTransactionsAsNotChained_withoutAFault() {
    List<Finding> findings = new ArrayList<>();

    LogReport report = verify(findings);

    assertThat(findings).isEmpty();
    assertThat(report.tills().stream().map(TillSummary::notChained)).containsExactly(23L, 29L, 18L);
    assertThat(report.tills().stream().map(TillSummary::leftOut)).containsExactly(1L, 0L, 0L);
  }

  private LogReport verify(List<Finding> findings) {
    return result(
        new LogVerification(storeSet.inspection(), storeSet.transactions(), 10)
            .verify("K7310", List.of(), findings::add));
  }

  private List<Transaction> list(TerminalKey terminal) {
    return result(
            storeSet
                .transactions()
                .query(
                    new TransactionQuery(
                        terminal,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        true,
                        100,
                        1,
                        List.of())))
        .transactions();
  }

  private TransactionStatus status(TerminalKey terminal, int transactionNo) {
    Transaction transaction = find(terminal, transactionNo);
    LogPosition sale = SaleHistory.saleOf(transaction).orElseThrow();
    return history(sale.terminal(), sale.position()).statusOf(transaction);
  }

  private void remove(TerminalKey terminal, int transactionNo) {
    Bson entry =
        and(
            eq("store_code", terminal.storeCode()),
            eq("terminal_no", terminal.terminalNo()),
            eq("transaction_no", transactionNo));
    result(
        Mono.from(raw.getDatabase("test_K7310").getCollection("log_tran").deleteOne(entry))
            .toFuture());
  }

  private Optional<LogEnd> end(TerminalKey terminal) {
    return result(storeSet.transactions().findLast(terminal));
  }

  private static Optional<LogEnd> endOf(int transactionNo, int receiptNo) {
    return Optional.of(
        new LogEnd(transactionNo, new IssuedNumbers(transactionNo, receiptNo), Optional.empty()));
  }

  /** The same values with numbers that are equal if their values are. */
  private static @Nullable Object byValue(@Nullable Object value) {
    if (value instanceof Number number) {
      return new BigDecimal(number.toString()).stripTrailingZeros();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> all = new LinkedHashMap<>();
      map.forEach((key, each) -> all.put(key, byValue(each)));
      return all;
    }
    return value instanceof List<?> list
        ? list.stream().map(KugelposHistoryTest::byValue).toList()
        : value;
  }
}
