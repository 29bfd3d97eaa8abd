package dev.poscart.adapters.sqlite;

import static dev.poscart.adapters.sqlite.Waiting.failure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the log says of writes that failed. */
class WriterLogTest {

  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Writer.class);
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
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
    result(engine.close().thenApply(closed -> true));
  }

  @Test
  void aFullDisk_isALineForEachGroup_withoutAStackTrace() {
    result(
        engine.write(
            session -> session.first("PRAGMA max_page_count=1", row -> row.getInt(1)).isPresent()));

    assertThat(failure(bigRow())).hasMessageContaining("SQLITE_FULL");

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getFormattedMessage())
        .startsWith("a group of 1 writes failed: ")
        .contains("SQLITE_FULL");
    assertThat(log.list.get(0).getThrowableProxy()).isNull();
  }

  @Test
  void whatIsNotForeseen_hasAStackTrace() {
    CompletionStage<Boolean> lost =
        engine.write(
            session -> {
              session.run("ROLLBACK");
              throw new SQLException("staged");
            });

    assertThat(failure(lost)).hasMessageContaining("staged");

    assertThat(log.list).hasSize(1);
    assertThat(log.list.get(0).getThrowableProxy()).isNotNull();
  }

  private CompletionStage<Integer> bigRow() {
    return engine.write(
        session ->
            session.update(
                "INSERT INTO reference (tenant, kind, key, body) VALUES ('t', 'k', '', ?)",
                "x".repeat(100_000)));
  }
}
