package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.poscart.domain.document.Chain;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.fixtures.WithoutPositions;
import dev.poscart.domain.model.ChainLink;
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
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file of the sixth version, whose log has no positions, is upgraded. */
class LogPositionSchemaTest extends DataFileFixture {

  private final Transaction unchained = sale(1, 1).make();
  private final Transaction first =
      WithoutPositions.tie(sale(2, 2).overpaidByVoucher().make(), Chain.start(TERMINAL, 2));
  private final Transaction second = WithoutPositions.tie(voidOfFirst(), hash(first));

  @BeforeEach
  void tradeWithTheSixthVersion() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, OlderSchemas.upTo(6)).bringUpToDate(session);
      for (Transaction entry : List.of(unchained, first, second)) {
        OlderSchemas.log(session, entry);
      }
      OlderSchemas.reverses(session, second);
      session.update("UPDATE outbox SET is_published = 1, due_at = NULL WHERE transaction_no = 1");
    }
  }

  @Test
  void allEntriesAreFound_andTheNextOneFollowsThem() {
    SqliteStoreSet storeSet = open();

    assertThat(result(storeSet.transactions().find(TERMINAL, 2))).contains(first);
    assertThat(result(storeSet.transactions().findAt(new LogPosition(TERMINAL, 3))))
        .contains(second);
    assertThat(result(storeSet.transactions().findReversals("A1234", Set.of(first.position()))))
        .containsExactly(second);
    assertThat(result(storeSet.transactions().findLast(TERMINAL)))
        .contains(new LogEnd(3, new IssuedNumbers(3, 3), Optional.of(hash(second))));

    assertThat(result(storeSet.transactions().append(fourth()))).isEqualTo(new Appended.Done());
    assertThat(result(storeSet.transactions().append(sale(3, 3).claim("cart:x").make())))
        .isEqualTo(new Appended.PositionTaken());
    result(storeSet.close().thenApply(closed -> true));
  }

  @Test
  void theWholeLog_verifiesAsOneChain_andAnOldNoteOfItsEndRemainsValid() {
    SqliteStoreSet storeSet = open();
    result(storeSet.transactions().append(fourth()));
    List<Finding> findings = new ArrayList<>();

    LogReport report =
        result(
            new LogVerification(storeSet.inspection(), storeSet.transactions(), 2)
                .verify(
                    "A1234",
                    List.of(new NotedEnd(new Till("5678", 9), 3, hash(second))),
                    findings::add));

    assertThat(findings).isEmpty();
    assertThat(report.tills())
        .singleElement()
        .satisfies(
            till -> {
              assertThat(till.entries()).isEqualTo(4);
              assertThat(till.last()).isEqualTo(4);
              assertThat(till.notChained()).isEqualTo(1);
              assertThat(till.headHash()).isEqualTo(hash(fourth()));
            });
    result(storeSet.close().thenApply(closed -> true));
  }

  @Test
  void events_arePublishedInTheOrderOfOldNumbersThenPositions() {
    SqliteStoreSet storeSet = open();
    result(storeSet.transactions().append(fourth()));

    assertThat(result(storeSet.outbox().findDue("A1234", second.generatedAt().plusDays(1), 10)))
        .extracting(entry -> entry.event().position().position())
        .containsExactly(2);
    result(storeSet.close().thenApply(closed -> true));
  }

  /** An interrupted upgrade leaves the file unchanged. */
  @Test
  void failedUpgrade_leavesTheOldLog_andTheNextOneSucceeds() throws Exception {
    List<String> broken = new ArrayList<>(OlderSchemas.upTo(7));
    broken.set(6, broken.get(6) + "BROKEN;\n");
    try (Session session = Session.open(file, Duration.ZERO)) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> Schema.of(file, broken).bringUpToDate(session));
    }
    try (Session session = Session.open(file, Duration.ZERO)) {
      assertThat(version(session)).isEqualTo(6);
      assertThat(session.all("SELECT transaction_no FROM log", row -> row.getInt(1)))
          .containsExactly(1, 2, 3);
    }

    allEntriesAreFound_andTheNextOneFollowsThem();
  }

  @Test
  void aNumber_isFoundByItsIndex() throws Exception {
    result(open().close().thenApply(closed -> true));

    try (Session session = Session.open(file, Duration.ZERO)) {
      assertThat(
              session.all(
                  "EXPLAIN QUERY PLAN " + SqliteTransactionLog.FIND,
                  row -> row.getString("detail"),
                  "A1234",
                  "5678",
                  9,
                  2))
          .first()
          .asString()
          .contains("USING INDEX log_number", "transaction_no=?");
    }
  }

  private Transaction fourth() {
    Transaction sale = sale(4, 4).businessDate("20251124").make();
    return Chain.tie(sale, Optional.of(TransactionTestData.endAt(second)));
  }

  private Transaction voidOfFirst() {
    return TransactionTestData.returnOf(first)
        .type(TransactionType.VOID_SALE)
        .overpaidByVoucher()
        .numbers(new IssuedNumbers(3, 3))
        .claim(new ReversalClaim(first.position(), 1).text())
        .make();
  }

  private static TransactionTestData sale(int transactionNo, int receiptNo) {
    return TransactionTestData.sale().numbers(new IssuedNumbers(transactionNo, receiptNo));
  }

  private static String hash(Transaction entry) {
    return entry.link().map(ChainLink::hash).orElseThrow();
  }
}
