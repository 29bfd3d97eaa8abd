package dev.poscart.adapters.sqlite;

import static dev.poscart.domain.fixtures.Await.portFailure;
import static dev.poscart.domain.fixtures.Await.result;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A data file in use, in a folder that can be tampered with. */
abstract class LostFileFixture {

  static final String REST =
      " while the service was running: put the files back or restore a backup, then restart the"
          + " service; until then it accepts nothing";

  @TempDir Path folder;
  Path data;
  Path file;
  SqliteStoreSet storeSet;
  int carts;
  LogLines log;

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

  void assertLost(String difference) {
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

  void insertCart() {
    result(
        storeSet
            .carts()
            .insert(CartTestData.cartWithLines("cart-" + carts++, 3))
            .thenApply(done -> true));
  }

  static void delete(Path folder) {
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
