package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine with one table of rows. */
abstract class EngineFixture {

  static final int QUEUE_BOUND = 200;

  @TempDir Path folder;
  Engine engine;
  final CountDownLatch gate = new CountDownLatch(1);

  @BeforeEach
  void open() {
    engine = Engine.open(config());
  }

  @AfterEach
  void close() {
    gate.countDown();
    result(engine.close());
  }

  SqliteConfig config() {
    return new SqliteConfig(
        folder.resolve("poscart.db"),
        QUEUE_BOUND,
        50,
        Duration.ofSeconds(5),
        2,
        4,
        Duration.ofSeconds(20));
  }

  /** Keeps the writer busy with a group of one until the gate opens. */
  CompletionStage<Boolean> holdTheWriter() {
    CountDownLatch held = new CountDownLatch(1);
    CompletionStage<Boolean> blocker =
        engine.write(
            session -> {
              held.countDown();
              return waitAtTheGate();
            });
    await(held);
    return blocker;
  }

  boolean waitAtTheGate(Session session) {
    return waitAtTheGate();
  }

  boolean waitAtTheGate() {
    return await(gate);
  }

  static boolean await(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  List<CompletionStage<Integer>> addRows(int from, int to) {
    List<CompletionStage<Integer>> writes = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      writes.add(addRow("row " + i));
    }
    return writes;
  }

  CompletionStage<Integer> addRow(String body) {
    return engine.write(session -> add(session, body));
  }

  long rows() {
    return result(engine.read(EngineTest::count));
  }

  static int add(Session session, String body) throws SQLException {
    return session.update(
        "INSERT INTO reference (tenant, kind, key, body) VALUES ('t', 'k', '', ?)", body);
  }

  static Long count(Session session) throws SQLException {
    return session.first("SELECT count(*) FROM reference", row -> row.getLong(1)).orElse(-1L);
  }
}
