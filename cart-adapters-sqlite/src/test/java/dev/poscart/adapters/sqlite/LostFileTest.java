package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.TransactionTestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A store whose files are removed while it runs. */
class LostFileTest extends LostFileFixture {

  @Test
  void fileReplacedByABackup_failsEveryOperation() throws IOException {
    Files.move(backup(), file, REPLACE_EXISTING);

    assertLost("poscart.db was replaced by another file");
  }

  @Test
  void backupCopiedOverTheFile_failsEveryOperation_andIsLeftUnchanged() throws IOException {
    Path backup = backup();
    insertCart();
    writeOver(file, Files.readAllBytes(backup));

    assertLost("poscart.db was overwritten");

    result(storeSet.close().thenApply(closed -> true));
    assertThat(file).hasSameBinaryContentAs(backup);
  }

  @Test
  void olderPagesCopiedOverTheFile_failEveryOperation() throws IOException {
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
  void fileTruncated_failsEveryOperation() throws IOException {
    writeOver(file, new byte[0]);

    assertLost("poscart.db was cut off");
  }

  @Test
  void onlyTheFileDeleted_failsEveryOperation() throws IOException {
    Files.delete(file);

    assertLost("poscart.db was deleted or moved away");
  }

  @Test
  void writeAheadLogDeleted_failsEveryOperation() throws IOException {
    Files.delete(data.resolve("poscart.db-wal"));

    assertLost("poscart.db-wal was deleted or moved away");
  }

  @Test
  void writeAheadLogTruncated_failsEveryOperation() throws IOException {
    writeOver(data.resolve("poscart.db-wal"), new byte[0]);

    assertLost("poscart.db-wal was cut off");
  }

  @Test
  void onlyTheLockDeleted_failsEveryOperation_evenIfANewLockIsHeld() throws IOException {
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
  void ownCheckpoints_areNotTakenForALoss() {
    for (int i = 0; i < 1_500; i++) {
      insertCart();
    }

    assertThat(file).satisfies(path -> assertThat(Files.size(path)).isGreaterThan(1_000_000));
    assertThat(result(storeSet.health())).isEmpty();
  }

  /** Tools that copy a database in use checkpoint its write-ahead log themselves. */
  @Test
  void checkpointByAnotherProgram_isNotTakenForALoss() throws Exception {
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

  private void reopen() {
    result(storeSet.close().thenApply(closed -> true));
    storeSet = SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
  }

  private Path backup() {
    Path backup = folder.resolve("backup.db");
    SqliteStoreSet.backUp(SqliteConfig.of(file), backup);
    return backup;
  }

  /** Like {@code cp}: the file keeps its inode. */
  private static void writeOver(Path file, byte[] content) throws IOException {
    Files.write(file, content);
  }
}
