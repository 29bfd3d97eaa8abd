package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.StoreLimits;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The health of a database that still answers but cannot grow. */
class FullDiskTest {

  @TempDir private Path folder;
  private Engine engine;
  private SqliteStoreSet storeSet;

  @BeforeEach
  void open() {
    engine = Engine.open(SqliteConfig.of(folder.resolve("poscart.db")));
    storeSet = new SqliteStoreSet(engine, Clock.systemUTC(), StoreLimits.DEFAULT);
  }

  @AfterEach
  void close() {
    result(storeSet.close().thenApply(closed -> true));
  }

  @Test
  void refusedWrites_areShownUntilTheDiskTakesATrial() {
    limitPages(1);
    assertThat(portFailure(bigRow()).category()).isEqualTo(Category.UNAVAILABLE);

    // Asking must not make it look healthy.
    for (int i = 0; i < 3; i++) {
      assertThat(result(storeSet.health()).orElseThrow())
          .startsWith("the disk takes no writes: ")
          .contains("SQLITE_FULL");
    }

    limitPages(1_000_000);
    assertThat(result(storeSet.health())).isEmpty();
    assertThat(result(bigRow())).isEqualTo(1);
    assertThat(result(storeSet.health())).isEmpty();
    assertThat(tables("trial")).isZero();
  }

  private void limitPages(int pages) {
    result(
        engine.write(
            session ->
                session.first("PRAGMA max_page_count=" + pages, row -> row.getInt(1)).isPresent()));
  }

  private int tables(String name) {
    return result(
        engine.read(
            session ->
                session
                    .first(
                        "SELECT count(*) FROM sqlite_schema WHERE name = ?",
                        row -> row.getInt(1),
                        name)
                    .orElseThrow()));
  }

  private CompletionStage<Integer> bigRow() {
    return engine.write(session -> EngineFixture.add(session, "x".repeat(100_000)));
  }
}
