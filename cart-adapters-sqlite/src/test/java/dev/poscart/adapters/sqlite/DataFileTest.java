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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFileTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("data").resolve("poscart.db");
  }

  @Test
  void open_makesFolderAndFile() {
    result(open().close());

    assertThat(file).isNotEmptyFile();
    assertThat(folder.resolve("data").resolve("poscart.db-wal")).doesNotExist();
  }

  @Test
  void open_whileInUse_isRefused() {
    SqliteStores first = open();

    assertRefused(Category.UNAVAILABLE, "is in use (expected: one Poscart for one file)");

    result(first.health());
    result(first.close());
    result(open().close());
  }

  @Test
  void open_whenSchemaIsNewer_isRefusedAndTheFileIsUnchanged() throws Exception {
    result(open().close());
    inSqlite("PRAGMA user_version=3");
    byte[] before = Files.readAllBytes(file);

    assertRefused(Category.BROKEN, "has schema version 3 (expected: at most 2)");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void open_whenTheFileIsNoDatabase_isRefusedAndTheFileIsUnchanged() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(file, "a letter to the tax office");

    assertRefused(Category.BROKEN, "is not a database, or damaged");

    assertThat(file).hasContent("a letter to the tax office");
  }

  @Test
  void open_whenTheFileIsAnotherProgramsDatabase_isRefused() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    inSqlite("CREATE TABLE carts (id INTEGER)");

    assertRefused(Category.BROKEN, "is another program's database");
  }

  @Test
  void open_whenAPageIsDamaged_isRefused() throws IOException {
    fillAndClose();
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 8192, (byte) 0x5a);
    Files.write(file, bytes);

    assertRefused(Category.BROKEN, "is damaged");
  }

  @Test
  void open_whenTheFileWasCutOff_isRefused() throws IOException {
    fillAndClose();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(Category.BROKEN, "is damaged");
  }

  @Test
  void open_whenOnlyTheWriteAheadLogIsLeft_isRefused() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Path log = folder.resolve("data").resolve("poscart.db-wal");
    Files.writeString(log, "what is left");

    assertRefused(Category.BROKEN, "poscart.db: is missing, but");

    assertThat(log).hasContent("what is left");
  }

  @Test
  void open_whenTheFileIsAFolder_isRefused() throws IOException {
    Files.createDirectories(file);

    assertRefused(Category.BROKEN, "is a folder");
  }

  @Test
  void aFailedOpen_leavesTheFileToTheNext() throws Exception {
    result(open().close());
    inSqlite("PRAGMA user_version=3");
    assertRefused(Category.BROKEN, "schema version");
    inSqlite("PRAGMA user_version=2");

    result(open().close());
  }

  @Test
  void anOlderSchema_isBroughtUpToDateWhollyOrNotAtAll() throws Exception {
    result(open().close());
    String first = "";
    String second = "";
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema oneMore =
          Schema.of(file, List.of(first, second, "CREATE TABLE extra (id INTEGER);\nBROKEN;\n"));
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> oneMore.bringUpToDate(session));
    }
    try (Session session = Session.open(file, Duration.ZERO)) {
      assertThat(version(session)).isEqualTo(2);
      Schema.of(file, List.of(first, second, "CREATE TABLE extra (id INTEGER);\n"))
          .bringUpToDate(session);
      assertThat(version(session)).isEqualTo(3);
      session.runOnce("SELECT id FROM extra");
    }
  }

  private void fillAndClose() {
    SqliteStores stores = open();
    for (int i = 0; i < 50; i++) {
      result(stores.carts().insert(CartTestData.cartWithLines("cart-" + i, 20)));
    }
    result(stores.close());
  }

  private SqliteStores open() {
    return SqliteStores.open(SqliteConfig.of(file));
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

  private static int version(Session session) throws SQLException {
    return session.first("PRAGMA user_version", row -> row.getInt(1)).orElse(-1);
  }
}
