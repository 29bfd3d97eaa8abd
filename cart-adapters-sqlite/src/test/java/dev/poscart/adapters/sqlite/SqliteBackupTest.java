package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.port.PortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackupTest {

  private static final String TENANT = CartTestData.cartWithLines("any", 1).terminal().tenantId();

  @TempDir private Path folder;
  private Path file;
  private Path copy;

  @BeforeEach
  void name() {
    file = folder.resolve("data").resolve("poscart.db");
    copy = folder.resolve("copy.db");
  }

  @Test
  void copyDuringWrites_hasAllEarlierAcknowledgedWrites_withoutGaps() throws Exception {
    SqliteStoreSet storeSet = open(file);
    AtomicBoolean enough = new AtomicBoolean();
    AtomicInteger acknowledged = new AtomicInteger();
    Thread writer =
        new Thread(
            () -> {
              while (!enough.get()) {
                result(storeSet.carts().insert(cart(acknowledged.get() + 1)));
                acknowledged.incrementAndGet();
              }
            });
    writer.start();
    Await.until("some carts are stored", () -> acknowledged.get() >= 100);

    int before = acknowledged.get();
    long bytes = SqliteBackup.write(SqliteConfig.of(file), copy);

    enough.set(true);
    writer.join();
    result(storeSet.close());
    assertThat(copy).hasSize(bytes);
    int all = acknowledged.get();
    List<Integer> copied = numbersIn(copy, all);
    assertThat(copied.size()).isBetween(before, all);
    assertThat(copied).isEqualTo(IntStream.rangeClosed(1, copied.size()).boxed().toList());
  }

  @Test
  void fileOfAnOlderSchema_isCopiedUnchanged() throws Exception {
    result(open(file).close());
    try (Session session = Session.open(file, Duration.ZERO)) {
      session.runOnce("PRAGMA user_version=1");
    }

    SqliteBackup.write(SqliteConfig.of(file), copy);

    try (Session session = Session.open(copy, Duration.ZERO)) {
      assertThat(session.first("PRAGMA user_version", row -> row.getInt(1))).contains(1);
    }
  }

  @Test
  void existingFile_isNotReplaced() throws Exception {
    result(open(file).close());
    Files.writeString(copy, "the backup of yesterday");

    assertRefused("copy.db: exists already (expected: the name of a new file)");

    assertThat(copy).hasContent("the backup of yesterday");
  }

  @Test
  void missingFile_isRefused_andNotCreated() {
    assertRefused("poscart.db: does not exist");

    assertThat(file).doesNotExist();
    assertNothingIsLeft();
  }

  @Test
  void damagedFile_isRefused_andNoCopyIsLeft() throws Exception {
    SqliteStoreSet storeSet = open(file);
    for (int i = 0; i < 50; i++) {
      result(storeSet.carts().insert(cart(i)));
    }
    result(storeSet.close());
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x55);
    Files.write(file, bytes);

    assertRefused("malformed");

    assertNothingIsLeft();
  }

  @Test
  void missingFolder_isRefused() {
    result(open(file).close());
    copy = folder.resolve("nowhere").resolve("copy.db");

    assertRefused("copy.db: cannot write");
  }

  private void assertRefused(String message) {
    assertThatExceptionOfType(PortException.class)
        .isThrownBy(() -> SqliteBackup.write(SqliteConfig.of(file), copy))
        .withMessageContaining(message);
  }

  private void assertNothingIsLeft() {
    assertThat(folder.toFile().list((where, name) -> name.startsWith("copy.db"))).isEmpty();
  }

  private static List<Integer> numbersIn(Path path, int last) {
    SqliteStoreSet storeSet = open(path);
    List<Integer> found =
        IntStream.rangeClosed(1, last).filter(i -> has(storeSet, i)).boxed().toList();
    result(storeSet.close());
    return found;
  }

  private static boolean has(SqliteStoreSet storeSet, int number) {
    return result(storeSet.carts().find(TENANT, new CartId("cart-" + number))).isPresent();
  }

  private static Cart cart(int number) {
    return CartTestData.cartWithLines("cart-" + number, 20);
  }

  private static SqliteStoreSet open(Path path) {
    return SqliteStoreSet.open(SqliteConfig.of(path), Clock.systemUTC());
  }
}
