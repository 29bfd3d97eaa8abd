package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.poscart.domain.document.CartDocument;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.PortException;
import dev.poscart.domain.port.PortException.Category;
import dev.poscart.domain.port.Versioned;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
  void open_whenTheFileIsNoDatabase_isRefusedAndTheFileIsUnchanged() throws IOException {
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
  void open_whenTheFileWasCutOff_isRefused() throws IOException {
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
  void aFailedOpen_leavesTheFileToTheNext() throws Exception {
    result(open().close());
    int version = version();
    inSqlite("PRAGMA user_version=999");
    assertRefused(Category.PERMANENT_FAILURE, "schema version");
    inSqlite("PRAGMA user_version=" + version);

    result(open().close());
  }

  @Test
  void anOlderSchema_isBroughtUpToDateWhollyOrNotAtAll() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    String first = "CREATE TABLE first (id INTEGER);\n";
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, List.of(first)).bringUpToDate(session);
      Schema twoSteps =
          Schema.of(file, List.of(first, "CREATE TABLE extra (id INTEGER);\nBROKEN;\n"));
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> twoSteps.bringUpToDate(session));
    }
    try (Session session = Session.open(file, Duration.ZERO)) {
      assertThat(version(session)).isEqualTo(1);
      Schema.of(file, List.of(first, "CREATE TABLE extra (id INTEGER);\n")).bringUpToDate(session);
      assertThat(version(session)).isEqualTo(2);
      session.runOnce("SELECT id FROM extra");
    }
  }

  @Test
  void aFileOfTheFirstVersion_keepsItsCarts_andParksThem() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    Cart cart = CartTestData.cartWithLines("c1", 2);
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, List.of(script("001-carts-log-reference.sql"))).bringUpToDate(session);
      Map<String, Object> document = CartDocument.write(cart);
      document.remove("parked");
      session.update(
          "INSERT INTO carts (tenant, cart, version, body) VALUES (?, ?, 1, ?)",
          "A1234",
          "c1",
          JsonDocuments.of(document));
    }
    SqliteStoreSet storeSet = open();
    Cart parked = CartTestData.parked(cart, CartTestData.AT);

    assertThat(result(storeSet.carts().find("A1234", cart.id())))
        .contains(new Versioned<>(cart, 1));
    assertThat(result(storeSet.carts().replace(parked, 1))).isTrue();
    assertThat(result(storeSet.carts().findParked(cart.terminal().store(), 10, 1)).carts())
        .containsExactly(new Versioned<>(parked, 2));
    result(storeSet.close());
  }

  @Test
  void aFileOfTheFifthVersion_letsGoOfCartsOnceTheyAreOldFromNowOn() throws Exception {
    Files.createDirectories(folder.resolve("data"));
    try (Session session = Session.open(file, Duration.ZERO)) {
      Schema.of(file, scriptsOfTheFifthVersion()).bringUpToDate(session);
      insert(session, CartTestData.cartWithLines("entering", 2));
      insert(session, CartTestData.closed(closing(CartTestData.fullCart("completed"))));
      insert(session, CartTestData.fullCart("paying"));
      insert(session, closing(CartTestData.idleCart("closing")));
      insert(session, CartTestData.parked(CartTestData.idleCart("parked"), CartTestData.AT));
    }
    Instant now = Instant.now();
    SqliteStoreSet storeSet = open();

    assertThat(removed(storeSet, now.minus(Duration.ofDays(1)))).isZero();
    assertThat(removed(storeSet, now.plus(Duration.ofDays(1)))).isEqualTo(2);
    assertThat(List.of("paying", "closing", "parked"))
        .allSatisfy(
            id -> assertThat(result(storeSet.carts().find("A1234", new CartId(id)))).isPresent());
    result(storeSet.close());
  }

  private static int removed(SqliteStoreSet storeSet, Instant time) {
    return result(storeSet.carts().removeUnchangedSince("A1234", time, 10));
  }

  private static Cart closing(Cart cart) {
    return CartTestData.closing(cart, CartTestData.AT);
  }

  private static List<String> scriptsOfTheFifthVersion() throws IOException {
    return List.of(
        script("001-carts-log-reference.sql"),
        script("002-outbox.sql"),
        script("003-parked-carts.sql"),
        script("004-reversals.sql"),
        script("005-answers.sql"));
  }

  /** As the fifth version did. */
  private static void insert(Session session, Cart cart) throws SQLException {
    session.update(
        "INSERT INTO carts (tenant, cart, version, closing_at, parked_store, parked_at, body)"
            + " VALUES ('A1234', ?, 1, ?, ?, ?, ?)",
        cart.id().value(),
        cart.closing().filter(mark -> cart.isClosing()).map(mark -> SortKeys.of(mark.at())),
        cart.parked().map(mark -> cart.terminal().storeCode()),
        cart.parked().map(mark -> SortKeys.of(mark.at())),
        JsonDocuments.of(CartDocument.write(cart)));
  }

  private static String script(String name) throws IOException {
    try (InputStream script = Schema.class.getResourceAsStream("schema/" + name)) {
      return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private int version() throws SQLException {
    try (Session session = Session.open(file, Duration.ZERO)) {
      return version(session);
    }
  }

  private void fillAndClose() {
    SqliteStoreSet storeSet = open();
    for (int i = 0; i < 50; i++) {
      result(storeSet.carts().insert(CartTestData.cartWithLines("cart-" + i, 20)));
    }
    result(storeSet.close());
  }

  private SqliteStoreSet open() {
    return SqliteStoreSet.open(SqliteConfig.of(file), Clock.systemUTC());
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
