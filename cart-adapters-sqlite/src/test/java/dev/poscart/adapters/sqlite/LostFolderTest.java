package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folder is deleted, moved or replaced while the service runs. */
class LostFolderTest extends LostFileFixture {

  @Test
  void folderDeleted_failsEveryOperation() {
    delete(data);

    assertLost("poscart.db was deleted or moved away");
  }

  @Test
  void folderMovedAway_failsEveryOperation_evenIfItIsMovedBack() throws IOException {
    Path away = folder.resolve("away");
    Files.move(data, away);

    assertLost("poscart.db was deleted or moved away");

    Files.move(away, data);
    assertLost("poscart.db was deleted or moved away");
  }

  @Test
  void folderReplacedByACopy_failsEveryOperation_andTheCopyIsLeftUnchanged() throws IOException {
    Path away = folder.resolve("away");
    Files.move(data, away);
    copy(away, data);
    List<byte[]> before = contents();

    assertLost("poscart.db was replaced by another file");

    result(storeSet.close().thenApply(closed -> true));
    assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void copyOfTheFolder_isUsedOnlyByTheNextProcess() throws IOException {
    Path away = folder.resolve("away");
    Files.move(data, away);
    copy(away, data);
    SqliteStoreSet next = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    result(next.transactions().append(TransactionTestData.sale().make()));

    assertThat(portFailure(storeSet.transactions().append(TransactionTestData.sale().make())))
        .hasMessageContaining("poscart.db was replaced by another file");

    result(storeSet.close().thenApply(closed -> true));
    assertThat(result(next.transactions().findLast(CartTestData.TERMINAL))).isPresent();
    result(next.close().thenApply(closed -> true));
  }

  @Test
  void folderDeletedWhileAGroupIsWritten_theGroupIsNotAcknowledged() {
    Path other = folder.resolve("other").resolve("poscart.db");
    Engine engine = Engine.open(SqliteConfig.of(other));

    CompletionStage<Boolean> write =
        engine.writeSynced(
            session -> {
              delete(folder.resolve("other"));
              return true;
            });

    assertThat(portFailure(write)).hasMessageContaining("poscart.db was deleted or moved away");
    result(engine.close().thenApply(closed -> true));
  }

  private List<byte[]> contents() throws IOException {
    return List.of(
        Files.readAllBytes(file),
        Files.readAllBytes(data.resolve("poscart.db-wal")),
        Files.readAllBytes(data.resolve("poscart.db.lock")));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path each : files.toList()) {
        Files.copy(each, to.resolve(each.getFileName()));
      }
    }
  }
}
