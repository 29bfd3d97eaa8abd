package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.poscart.domain.fixtures.LogLines;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How failed writes are logged. */
class WriterLogTest {

  @TempDir private Path folder;
  private final LogLines log = LogLines.of(Writer.class, Level.INFO);
  private Engine engine;

  @BeforeEach
  void open() {
    engine =
        Engine.open(
            new SqliteConfig(
                folder.resolve("poscart.db"),
                100,
                10,
                Duration.ofSeconds(5),
                1,
                2,
                Duration.ofSeconds(20)));
  }

  @AfterEach
  void close() {
    log.close();
    result(engine.close().thenApply(closed -> true));
  }

  @Test
  void aFullDisk_isLoggedOncePerGroup_withoutAStackTrace() {
    result(
        engine.write(
            session -> session.first("PRAGMA max_page_count=1", row -> row.getInt(1)).isPresent()));

    assertThat(portFailure(bigRow())).hasMessageContaining("SQLITE_FULL");

    assertThat(log.all())
        .singleElement()
        .asString()
        .contains(" a group of 1 writes failed: ", "SQLITE_FULL")
        .doesNotContain("\tat ");
  }

  @Test
  void unexpectedFailure_isLoggedWithAStackTrace() {
    CompletionStage<Boolean> lost =
        engine.write(
            session -> {
              session.run("ROLLBACK");
              throw new SQLException("staged");
            });

    assertThat(portFailure(lost)).hasMessageContaining("staged");

    assertThat(log.all()).singleElement().asString().contains("staged", "\tat ");
  }

  private CompletionStage<Integer> bigRow() {
    return engine.write(session -> EngineFixture.add(session, "x".repeat(100_000)));
  }
}
