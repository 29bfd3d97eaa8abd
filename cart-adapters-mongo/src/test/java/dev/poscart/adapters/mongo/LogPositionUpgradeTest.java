package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static dev.poscart.domain.fixtures.TransactionTestData.sale;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.poscart.domain.document.Chain;
import dev.poscart.domain.document.TransactionDocument;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.fixtures.WithoutPositions;
import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.HighestNumbers;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogEnd;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.ReversalClaim;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.TransactionLog.Appended;
import dev.poscart.domain.usecase.audit.Finding;
import dev.poscart.domain.usecase.audit.LogReport;
import dev.poscart.domain.usecase.audit.LogVerification;
import dev.poscart.domain.usecase.audit.NotedEnd;
import dev.poscart.domain.usecase.audit.Till;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A log that a version without positions began, and one that kugelpos began. */
class LogPositionUpgradeTest extends MongoStoreSetFixture {

  private final Transaction unchained = sale().numbers(new IssuedNumbers(1, 1)).make();
  private final Transaction first =
      WithoutPositions.tie(
          sale().numbers(new IssuedNumbers(2, 2)).overpaidByVoucher().make(),
          Chain.start(TERMINAL, 2));
  private final Transaction second = WithoutPositions.tie(voidOfFirst(), hash(first));

  @BeforeEach
  void tradeWithoutPositions() {
    createIndex("number", true, "tenant_id", "store_code", "terminal_no", "transaction_no");
    createIndex("unpublished", false, "store_code", "terminal_no", "transaction_no");
    List.of(unchained, first, second).forEach(this::storeUnplaced);
  }

  @Test
  void allEntriesAreFound_andTheNextOneFollowsThem() {
    assertThat(result(storeSet.transactions().find(TERMINAL, 2))).contains(first);
    assertThat(result(storeSet.transactions().findAt(new LogPosition(TERMINAL, 3))))
        .contains(second);
    assertThat(result(storeSet.transactions().findReversals("A1234", Set.of(first.position()))))
        .containsExactly(second);

    Transaction fourth = appendNext(4);

    assertThat(fourth.position()).isEqualTo(new LogPosition(TERMINAL, 4));
    assertThat(fourth.link()).map(ChainLink::previousHash).contains(hash(second));
    assertThat(result(storeSet.transactions().append(sale().claim("cart:x").no(9).makeAt(4))))
        .isEqualTo(new Appended.PositionTaken());
    assertThat(result(storeSet.transactions().append(sale().claim("cart:x").no(2).makeAt(5))))
        .isInstanceOf(Appended.NumberTaken.class);
  }

  @Test
  void uniqueIndexes_replaceTheOldOne_soThatANumberMayRecur() {
    appendNext(4);

    assertThat(indexNames("test_A1234", "log_tran"))
        .contains("position", "session_number")
        .doesNotContain("number", "unpublished");
    awaitIndexes("test_A1234", "log_tran", "next_unpublished");
    assertThat(
            result(
                storeSet
                    .transactions()
                    .append(sale().claim("cart:x").no(2).counters(1, 8).makeAt(5))))
        .isEqualTo(new Appended.Done());
  }

  @Test
  void oldEntriesWithOneReceiptCounter_areReadable_andCountersOfNewOnesAreKeptApart() {
    Transaction fourth = sale().counted(4, 43).claim("cart:4").make();
    Transaction fifth = sale().counted(5, 43).claim("cart:5").make();
    List.of(fourth, fifth).forEach(this::storeUnplaced);

    assertThat(result(storeSet.transactions().find(TERMINAL, 4))).contains(fourth);
    assertThat(result(storeSet.transactions().find(TERMINAL, 5))).contains(fifth);
    assertThat(
            result(storeSet.transactions().append(sale().counted(6, 43).claim("cart:6").makeAt(6))))
        .isEqualTo(new Appended.Done());
    assertThat(
            result(storeSet.transactions().append(sale().counted(7, 43).claim("cart:7").makeAt(7))))
        .isEqualTo(new Appended.NumberTaken(new HighestNumbers(6, 43)));
  }

  @Test
  void theWholeLog_verifiesAsOneChain_andAnOldNoteOfItsEndRemainsValid() {
    Transaction fourth = appendNext(4);
    List<Finding> findings = new ArrayList<>();

    LogReport report = verify(findings, new NotedEnd(new Till("5678", 9), 3, hash(second)));

    assertThat(findings).isEmpty();
    assertThat(report.tills())
        .singleElement()
        .satisfies(
            till -> {
              assertThat(till.entries()).isEqualTo(4);
              assertThat(till.notChained()).isEqualTo(1);
              assertThat(till.headHash()).isEqualTo(hash(fourth));
            });
  }

  /** This is not supported, but must neither lose data nor stop a till. */
  @Test
  void earlierVersionRunningAgain_breaksNeitherOrderNorChain() {
    Transaction fourth = appendNext(4);
    Transaction fifth =
        WithoutPositions.tie(sale().numbers(new IssuedNumbers(5, 5)).make(), hash(fourth));
    storeUnplaced(fifth);

    Transaction sixth = appendNext(6);

    assertThat(sixth.position()).isEqualTo(new LogPosition(TERMINAL, 6));
    assertThat(sixth.link()).map(ChainLink::previousHash).contains(hash(fifth));
    List<Finding> findings = new ArrayList<>();
    assertThat(verify(findings).entries()).isEqualTo(6);
    assertThat(findings).isEmpty();
  }

  @Test
  void events_arePublishedInTheOrderOfOldNumbersThenPositions() {
    appendNext(4);

    assertThat(result(storeSet.outbox().findDue("A1234", second.generatedAt().plusDays(1), 10)))
        .extracting(entry -> entry.event().position().position())
        .containsExactly(1);
  }

  @Test
  void afterEntriesOfKugelpos_positionsAndNumbersContinue_andAChainStarts() {
    result(Mono.from(log().drop()).toFuture());
    createIndex(
        "log_tran_index_tenant_id_store_code_terminal_no_transaction_no",
        true,
        "tenant_id",
        "store_code",
        "terminal_no",
        "transaction_no");
    storeAsKugelpos(22, 100_008);
    storeAsKugelpos(24, 100_010);

    Transaction ours = appendNext(25);

    assertThat(ours.position()).isEqualTo(new LogPosition(TERMINAL, 25));
    assertThat(ours.link()).map(ChainLink::previousHash).contains(Chain.start(TERMINAL, 25));
    assertThat(appendNext(26).link()).map(ChainLink::previousHash).contains(hash(ours));
  }

  private Transaction appendNext(int expectedNo) {
    Optional<LogEnd> end = result(storeSet.transactions().findLast(TERMINAL));
    int last = end.orElseThrow().numbers().transactionNo();
    assertThat(last + 1).isEqualTo(expectedNo);
    Transaction next =
        Chain.tie(sale().numbers(new IssuedNumbers(expectedNo, expectedNo)).make(), end);
    assertThat(result(storeSet.transactions().append(next))).isEqualTo(new Appended.Done());
    return next;
  }

  private LogReport verify(List<Finding> findings, NotedEnd... noted) {
    return result(
        new LogVerification(storeSet.inspection(), storeSet.transactions(), 2)
            .verify("A1234", List.of(noted), findings::add));
  }

  private Transaction voidOfFirst() {
    return TransactionTestData.returnOf(first)
        .type(TransactionType.VOID_SALE)
        .overpaidByVoucher()
        .numbers(new IssuedNumbers(3, 3))
        .claim(new ReversalClaim(first.position(), 1).text())
        .make();
  }

  /** As a version without positions stores an entry. */
  private void storeUnplaced(Transaction entry) {
    Document stored =
        BsonDocuments.toBson(TransactionDocument.write(entry))
            .append("_id", entry.claim())
            .append("delivery", StoredDelivery.first(entry));
    ReversalClaim.of(entry)
        .ifPresent(
            claim -> stored.append("reverses", "reversal:9:" + claim.sale().position() + ":5678"));
    insert(stored);
  }

  private void storeAsKugelpos(int transactionNo, int receiptNo) {
    insert(
        new Document("_id", new ObjectId())
            .append("shard_key", "A1234_5678_9_2026-11-27")
            .append("tenant_id", "A1234")
            .append("store_code", "5678")
            .append("terminal_no", 9)
            .append("transaction_no", transactionNo)
            .append("transaction_type", 101)
            .append("business_date", "20261127")
            .append("open_counter", 1)
            .append("business_counter", 1)
            .append("receipt_no", receiptNo)
            .append("sales", new Document("total_amount", 338.0)));
  }

  private void insert(Document document) {
    result(Mono.from(log().insertOne(document)).toFuture());
  }

  private void createIndex(String name, boolean unique, String... keys) {
    result(
        Mono.from(
                log()
                    .createIndex(
                        Indexes.ascending(keys), new IndexOptions().name(name).unique(unique)))
            .toFuture());
  }

  private MongoCollection<Document> log() {
    return raw.getDatabase("test_A1234").getCollection("log_tran");
  }

  private static String hash(Transaction entry) {
    return entry.link().map(ChainLink::hash).orElseThrow();
  }
}
