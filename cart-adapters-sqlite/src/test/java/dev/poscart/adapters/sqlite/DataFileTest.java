package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DataFileTest extends DataFileFixture {

  @Test
  void open_createsFolderAndFile() {
    result(open().close());

    assertThat(file).isNotEmptyFile();
    assertThat(folder.resolve("data").resolve("poscart.db-wal")).doesNotExist();
  }

  @Test
  void open_whileInUse_isRefused() {
    SqliteStoreSet first = open();

    assertRefused(Category.UNAVAILABLE, "is in use (expected: one Poscart process per file)");

    result(first.health());
    result(first.close());
    result(open().close());
  }

  @Test
  void open_whenSchemaIsNewer_isRefusedAndTheFileIsUnchanged() throws Exception {
    result(open().close());
    inSqlite("PRAGMA user_version=999");
    byte[] before = Files.readAllBytes(file);

    assertRefused(Category.PERMANENT_FAILURE, "has schema version 999 (expected: at most ");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void open_whenTheFileIsNotADatabase_isRefusedAndTheFileIsUnchanged() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(file, "a letter to the tax office");

    assertRefused(Category.PERMANENT_FAILURE, "is not a database or is damaged");

    assertThat(file).hasContent("a letter to the tax office");
  }

  @Test
  void open_whenTheFileIsAnotherProgramsDatabase_isRefused() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    inSqlite("CREATE TABLE carts (id INTEGER)");

    assertRefused(Category.PERMANENT_FAILURE, "belongs to another program");
  }

  @Test
  void open_whenAPageIsDamaged_isRefused() throws IOException {
    fillAndClose();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 8192, (byte) 0x5a);
    Files.write(file, bytes);

    assertRefused(Category.PERMANENT_FAILURE, "is damaged");
  }

  @Test
  void open_whenTheFileWasTruncated_isRefused() throws IOException {
    fillAndClose();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(Category.PERMANENT_FAILURE, "is damaged");
  }

  @Test
  void open_whenOnlyTheWriteAheadLogIsLeft_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Path log = folder.resolve("data").resolve("poscart.db-wal");
    Files.writeString(log, "what is left");

    assertRefused(Category.PERMANENT_FAILURE, "poscart.db: does not exist, but");

    assertThat(log).hasContent("what is left");
  }

  @Test
  void open_whenTheFileIsAFolder_isRefused() throws IOException {
    Files.createDirectories(file);

    assertRefused(Category.PERMANENT_FAILURE, "is a directory");
  }

  @Test
  void aFailedOpen_releasesTheFile() throws Exception {
    result(open().close());
    int version = version();
    inSqlite("PRAGMA user_version=999");
    assertRefused(Category.PERMANENT_FAILURE, "schema version");
    inSqlite("PRAGMA user_version=" + version);

    result(open().close());
  }

  private void fillAndClose() {
    SqliteStoreSet storeSet = open();
    for (int i = 0; i < 50; i++) {
      result(storeSet.carts().insert(CartTestData.cartWithLines("cart-" + i, 20)));
    }
    result(storeSet.close());
  }

  private void assertRefused(Category category, String message) {
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(this::open)
        .withMessageContaining(file.toString())
        .withMessageContaining(message)
        .satisfies(refusal -> assertThat(refusal.category()).isEqualTo(category));
  }

  private void inSqlite(String sql) throws SQLException {
    try (Session session = Session.open(file, Duration.ZERO)) {
      session.runOnce(sql);
    }
  }
}
