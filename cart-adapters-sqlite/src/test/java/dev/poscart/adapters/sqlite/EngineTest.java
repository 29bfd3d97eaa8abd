package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.port.CartStore;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.TransactionLog;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EngineTest extends EngineFixture {

  @Test
  void manyWritesAtOnce_shareFewCommits() {
    long before = engine.commits();
    CompletionStage<Boolean> blocker = holdTheWriter();
    List<CompletionStage<Integer>> writes = addRows(1, 100);
    gate.countDown();

    assertThat(result(blocker)).isTrue();
    writes.forEach(write -> assertThat(result(write)).isEqualTo(1));
    assertThat(rows()).isEqualTo(100);
    // The one that blocked the writer, then the hundred queued meanwhile in groups of fifty.
    assertThat(engine.commits() - before).isEqualTo(3);
  }

  @Test
  void onlyGroupsWithASyncedWrite_areSyncedToDisk() {
    Operation<Integer> level =
        session -> session.first("PRAGMA synchronous", row -> row.getInt(1)).orElse(-1);
    long before = engine.syncedCommits();

    assertThat(result(engine.write(level))).as("NORMAL").isEqualTo(1);
    assertThat(result(engine.writeSynced(level))).as("FULL").isEqualTo(2);
    assertThat(result(engine.write(level))).as("NORMAL").isEqualTo(1);
    assertThat(engine.syncedCommits() - before).isEqualTo(1);
  }

  @Test
  void transactionsAreSynced_butCartsAreNot() {
    CartStore carts = new SqliteCartStore(engine, Clock.systemUTC());
    TransactionLog log = new SqliteTransactionLog(engine);
    long before = engine.syncedCommits();

    result(carts.insert(CartTestData.idleCart("c1")).thenApply(done -> true));
    result(carts.replace(CartTestData.cartWithLines("c1", 1), 1));
    assertThat(engine.syncedCommits() - before).isZero();
    result(log.append(TransactionTestData.sale().make()));
    assertThat(engine.syncedCommits() - before).isEqualTo(1);
  }

  @Test
  void aStage_completesOnlyAfterTheCommit() {
    CompletionStage<Long> seenByReader =
        addRow("first").thenCompose(done -> engine.read(EngineTest::count));

    assertThat(result(seenByReader)).isEqualTo(1);
  }

  @Test
  void failedOperation_isUndone_withoutAffectingItsGroup() {
    CompletionStage<Boolean> blocker = holdTheWriter();
    CompletionStage<Integer> before = addRow("before");
    CompletionStage<Integer> failing =
        engine.writeSynced(
            session -> {
              add(session, "half done");
              throw new SQLException("staged");
            });
    CompletionStage<Integer> bug =
        engine.write(
            session -> {
              add(session, "half done too");
              throw new IllegalStateException("staged");
            });
    CompletionStage<Integer> after = addRow("after");
    gate.countDown();

    assertThat(result(blocker)).isTrue();
    assertThat(portFailure(failing).category()).isEqualTo(Category.PERMANENT_FAILURE);
    assertThat(portFailure(bug).category()).isEqualTo(Category.PERMANENT_FAILURE);
    assertThat(result(before)).isEqualTo(1);
    assertThat(result(after)).isEqualTo(1);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void aGroupWhoseTransactionIsLost_failsAsAWhole_andTheNextSucceeds() {
    CompletionStage<Boolean> blocker = holdTheWriter();
    CompletionStage<Integer> before = addRow("before");
    CompletionStage<Integer> failing =
        engine.write(
            session -> {
              session.run("ROLLBACK");
              throw new SQLException("staged: SQLite gave the transaction up");
            });
    gate.countDown();

    assertThat(result(blocker)).isTrue();
    assertThat(portFailure(before).category()).isEqualTo(Category.PERMANENT_FAILURE);
    assertThat(portFailure(failing)).hasMessageContaining("gave the transaction up");
    assertThat(result(addRow("next"))).isEqualTo(1);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void aFullDisk_isUnavailableUntilThereIsRoomAgain() {
    result(addRow("first"));
    result(engine.write(session -> limitPages(session, 1)));

    assertThat(portFailure(addRow("x".repeat(100_000))).category()).isEqualTo(Category.UNAVAILABLE);

    result(engine.write(session -> limitPages(session, 1_000_000)));
    assertThat(result(addRow("y".repeat(100_000)))).isEqualTo(1);
    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void aReader_cannotWrite() {
    assertThat(portFailure(engine.read(session -> add(session, "by a reader"))).category())
        .isEqualTo(Category.UNAVAILABLE);
  }

  @Test
  void aFullQueue_isUnavailableAtOnce() {
    CompletionStage<Boolean> blocker = holdTheWriter();
    List<CompletionStage<Integer>> fitting = addRows(1, QUEUE_BOUND - 1);
    CompletableFuture<Integer> tooMany = addRow("one too many").toCompletableFuture();

    assertThat(tooMany).isCompletedExceptionally();
    assertThat(portFailure(tooMany).category()).isEqualTo(Category.UNAVAILABLE);
    assertThat(portFailure(tooMany)).hasMessageContaining("writes: 200 in flight");
    gate.countDown();
    assertThat(result(blocker)).isTrue();
    fitting.forEach(write -> assertThat(result(write)).isEqualTo(1));
    assertThat(result(addRow("room again"))).isEqualTo(1);
  }

  @Test
  void aBlockedCallback_stallsNeitherWriterNorReaders() {
    CompletableFuture<Boolean> stuck =
        addRow("first").thenApply(done -> waitAtTheGate()).toCompletableFuture();

    writesOneAfterTheOther(20);
    assertThat(rows()).isEqualTo(21);
    assertThat(stuck).isNotDone();
    gate.countDown();
    assertThat(result(stuck)).isTrue();
  }

  private void writesOneAfterTheOther(int count) {
    for (int i = 0; i < count; i++) {
      assertThat(result(addRow("row " + i))).isEqualTo(1);
    }
  }

  private static boolean limitPages(Session session, int pages) throws SQLException {
    return session.first("PRAGMA max_page_count=" + pages, row -> row.getInt(1)).isPresent();
  }
}
