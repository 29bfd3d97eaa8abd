package dev.poscart.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The {@code restore --check} command on a backup of a shop with two sales. */
@Slow
class RestoreCommandTest {

  private static final Path EARLIER =
      Path.of("..", "distribution", "src", "test", "resources", "poscart-schema-5.db.gz");
  private static final int PAGE_BYTES = 4096;

  @TempDir Path folder;

  private Path backup;

  @BeforeEach
  void backUp() {
    backup = folder.resolve("backups").resolve("poscart.db");
    Path data = folder.resolve("data");
    try (RunningShop shop = RunningShop.open(folder, TestShop.profile(1), Map.of())) {
      Seller seller =
          new Seller(
              new TestTill(
                  HttpClient.newHttpClient(),
                  shop.port(),
                  TestShop.terminalId(1),
                  TestShop.apiKey(1)));
      seller.sell();
      seller.sell();
      Files.createDirectories(backup.resolveSibling(""));
      assertThat(
              CommandOutcome.of("backup", "--data-dir", data.toString(), "--to", backup.toString())
                  .code())
          .hasValue(0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void goodBackup_canBeRestored_andIsNotChanged() throws IOException {
    byte[] before = Files.readAllBytes(backup);

    CommandOutcome outcome = check();

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().toList())
        .hasSize(3)
        .startsWith(backup + ": all pages and indexes are intact")
        .endsWith("tenant A1234: terminals 1, transactions 2, faults 0");
    assertThat(backup).hasBinaryContent(before);
    try (Stream<Path> beside = Files.list(backup.resolveSibling(""))) {
      assertThat(beside).containsExactly(backup);
    }
  }

  @Test
  void backupWithAFaultInItsLog_isReported() throws SQLException {
    alter("UPDATE log SET body = json_set(body, '$.staff.name', 'X') WHERE transaction_no = 2");

    CommandOutcome outcome = check();

    assertThat(outcome.code()).hasValue(1);
    assertThat(outcome.out()).contains("5678/1 no. 2: altered: hash ", "transactions 2, faults 1");
  }

  @Test
  void backupWithADamagedPage_isReported() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(backup.toFile(), "rw")) {
      for (long page = 2; page < file.length() / PAGE_BYTES; page += 2) {
        file.seek(page * PAGE_BYTES);
        file.write(new byte[64]);
      }
    }

    CommandOutcome outcome = check();

    assertThat(outcome.code()).hasValue(1);
    assertThat(outcome.out()).startsWith(backup + ": damaged: ").hasLineCount(1);
  }

  @Test
  void indexThatMissesAnEntry_isReported() throws SQLException {
    alter(
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX log_day ON log (receipt_no)'"
            + " WHERE name = 'log_day'");

    assertThat(check().code()).hasValue(1);
  }

  @Test
  void backupOfAnEarlierVersion_isCheckedOnAnUpgradedCopy() throws IOException {
    try (InputStream packed = new GZIPInputStream(Files.newInputStream(EARLIER))) {
      Files.write(backup, packed.readAllBytes());
    }
    byte[] before = Files.readAllBytes(backup);

    CommandOutcome outcome = check();

    assertThat(outcome.code()).hasValue(0);
    assertThat(outcome.out())
        .contains("of an earlier version; checking an upgraded copy\n")
        .endsWith("tenant D0001: terminals 1, transactions 2, faults 0\n");
    assertThat(backup).hasBinaryContent(before);
  }

  @Test
  void emptyShop_canBeRestored() throws IOException {
    try (RunningShop shop =
        RunningShop.open(Files.createDirectory(folder.resolve("new")), Map.of())) {
      assertThat(shop.port()).isPositive();
    }
    Files.delete(backup);
    assertThat(
            CommandOutcome.of(
                    "backup",
                    "--data-dir",
                    folder.resolve("new/data").toString(),
                    "--to",
                    backup.toString())
                .code())
        .hasValue(0);

    assertThat(check().code()).hasValue(0);
    assertThat(check().out()).endsWith("\nno transactions\n");
  }

  @Test
  void whatCannotBeChecked_isRefusedInOneLine() throws IOException, SQLException {
    alter("PRAGMA user_version=99");
    assertRefused("it was written by a newer Poscart", "--check", "--from", backup.toString());
    Path letter = Files.writeString(folder.resolve("letter"), "Dear tax office");
    assertRefused("is not a database", "--check", "--from", letter.toString());
    assertRefused("does not exist", "--check", "--from", folder.resolve("none").toString());
    assertRefused("missing required option --check", "--from", backup.toString());
    assertRefused("missing required option --from (expected: --from FILE)", "--check");
    assertRefused("'--port' is not a", "--check", "--from", backup.toString(), "--port", "1");
  }

  private static void assertRefused(String message, String... options) {
    List<String> words = new ArrayList<>(List.of("restore"));
    words.addAll(List.of(options));
    CommandOutcome outcome = CommandOutcome.of(words.toArray(String[]::new));
    assertThat(outcome.code()).hasValue(2);
    assertThat(outcome.err()).startsWith("poscart: ").contains(message).hasLineCount(1);
  }

  private CommandOutcome check() {
    return CommandOutcome.of("restore", "--check", "--from", backup.toString());
  }

  private void alter(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + backup);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }
}
