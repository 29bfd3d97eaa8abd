package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.LogLines;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.PortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a store whose files are taken away from under it. */
class LostFileTest {

  private static final String REST =
      " while the service was running: put the files back or restore a backup, then restart the"
          + " service; until then it accepts nothing";

  @TempDir private Path folder;
  private Path data;
  private Path file;
  private SqliteStoreSet storeSet;
  private int carts;
  private LogLines log;

  @BeforeEach
  void open() {
    data = folder.resolve("data");
    file = data.resolve("poscart.db");
    storeSet = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    insertCart();
    log = LogLines.of("dev.poscart.adapters.sqlite");
  }

  @AfterEach
  void close() {
    log.close();
    result(storeSet.close().thenApply(closed -> true));
  }

  @Test
  void folderDeleted_nothingIsAnswered() {
    delete(data);

    assertLost("poscart.db was deleted or moved away");
  }

  @Test
  void folderMovedAway_nothingIsAnswered_evenIfItComesBack() throws IOException {
    Path away = folder.resolve("away");
    Files.move(data, away);

    assertLost("poscart.db was deleted or moved away");

    Files.move(away, data);
    assertLost("poscart.db was deleted or moved away");
  }

  @Test
  void folderReplacedByACopy_nothingIsAnswered_andTheCopyIsLeftAsItIs() throws IOException {
    Path away = folder.resolve("away");
    Files.move(data, away);
    copy(away, data);
    List<byte[]> before = contents();

    assertLost("poscart.db was replaced by another file");

    result(storeSet.close().thenApply(closed -> true));
    assertThat(contents()).usingRecursiveComparison().isEqualTo(before);
  }

  @Test
  void copyOfTheFolder_goesToTheNextProcessAlone() throws IOException {
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
  void backupPutInThePlaceOfTheFile_nothingIsAnswered() throws IOException {
    Files.move(backup(), file, REPLACE_EXISTING);

    assertLost("poscart.db was replaced by another file");
  }

  @Test
  void backupCopiedOverTheFile_nothingIsAnswered_andItIsLeftAsItIs() throws IOException {
    Path backup = backup();
    insertCart();
    writeOver(file, Files.readAllBytes(backup));

    assertLost("poscart.db was overwritten");

    result(storeSet.close().thenApply(closed -> true));
    assertThat(file).hasSameBinaryContentAs(backup);
  }

  @Test
  void olderPagesCopiedOverTheFile_nothingIsAnswered() throws IOException {
    reopen();
    byte[] earlier = Files.readAllBytes(file);
    for (int i = 0; i < 50; i++) {
      insertCart();
    }
    reopen();
    byte[] pages = Files.readAllBytes(file);
    System.arraycopy(earlier, 0, pages, 0, earlier.length);
    assertThat(result(storeSet.health())).isEmpty();
    writeOver(file, pages);

    assertLost("poscart.db was overwritten");
  }

  @Test
  void fileTruncated_nothingIsAnswered() throws IOException {
    writeOver(file, new byte[0]);

    assertLost("poscart.db was cut off");
  }

  @Test
  void fileAloneDeleted_nothingIsAnswered() throws IOException {
    Files.delete(file);

    assertLost("poscart.db was deleted or moved away");
  }

  @Test
  void logDeleted_nothingIsAnswered() throws IOException {
    Files.delete(data.resolve("poscart.db-wal"));

    assertLost("poscart.db-wal was deleted or moved away");
  }

  @Test
  void logTruncated_nothingIsAnswered() throws IOException {
    writeOver(data.resolve("poscart.db-wal"), new byte[0]);

    assertLost("poscart.db-wal was cut off");
  }

  @Test
  void lockAloneDeleted_nothingIsAnswered_whoeverHasTheNewOne() throws IOException {
    Files.delete(data.resolve("poscart.db.lock"));
    SqliteStoreSet second = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
    result(second.transactions().append(TransactionTestData.sale().make()));

    assertLost("poscart.db.lock was replaced by another file");

    result(storeSet.close().thenApply(closed -> true));
    assertThat(result(second.transactions().findLast(CartTestData.TERMINAL))).isPresent();
    assertThat(result(second.health())).isEmpty();
    result(second.close().thenApply(closed -> true));
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

  @Test
  void checkpointsOfOurOwn_areNoLoss() {
    for (int i = 0; i < 1_500; i++) {
      insertCart();
    }

    assertThat(file).satisfies(path -> assertThat(Files.size(path)).isGreaterThan(1_000_000));
    assertThat(result(storeSet.health())).isEmpty();
  }

  /** Tools that copy a database while it is used bring its log into it themselves. */
  @Test
  void checkpointOfAnotherProgram_isNoLoss() throws Exception {
    try (Session other = Session.open(file, Duration.ofSeconds(5))) {
      for (String mode : List.of("PASSIVE", "RESTART", "TRUNCATE")) {
        insertCart();
        other.runOnce("PRAGMA wal_checkpoint(" + mode + ")");
        insertCart();
      }
    }

    assertThat(result(storeSet.health())).isEmpty();
    assertThat(log.all()).isEmpty();
  }

  private void assertLost(String difference) {
    String sentence = difference + REST;
    assertThat(portFailure(storeSet.transactions().append(TransactionTestData.sale().make())))
        .hasMessage("sqlite PERMANENT_FAILURE: " + sentence)
        .extracting(PortException::retryAfter)
        .isEqualTo(Optional.of(Duration.ofSeconds(30)));
    assertThat(portFailure(storeSet.carts().insert(CartTestData.idleCart("after"))))
        .hasMessageContaining(sentence);
    assertThat(portFailure(storeSet.carts().find("A1234", new CartId("cart-0"))))
        .hasMessageContaining(sentence);
    assertThat(result(storeSet.health())).contains(sentence);
    assertThat(log.all()).filteredOn(line -> !line.startsWith("DEBUG ")).hasSize(1);
    assertThat(log.all().get(0)).endsWith(" " + data + ": " + sentence);
  }

  private void insertCart() {
    result(
        storeSet
            .carts()
            .insert(CartTestData.cartWithLines("cart-" + carts++, 3))
            .thenApply(done -> true));
  }

  private void reopen() {
    result(storeSet.close().thenApply(closed -> true));
    storeSet = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
  }

  private Path backup() {
    Path backup = folder.resolve("backup.db");
    SqliteStoreSet.backUp(SqliteConfig.of(file), backup);
    return backup;
  }

  /** As {@code cp} does: the file stays the same one. */
  private static void writeOver(Path file, byte[] content) throws IOException {
    Files.write(file, content);
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

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
