package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.IdempotencyStore.Attempt;
import dev.poscart.domain.port.IdempotencyStore.BeginOutcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdempotencyStoreTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:27:02.838Z");
  private static final RequestFingerprint REQUEST = new RequestFingerprint("v2:1", List.of());

  @TempDir private Path folder;
  private Optional<SqliteStoreSet> stores = Optional.empty();

  private IdempotencyStore newStore() {
    SqliteConfig config = SqliteConfig.of(folder.resolve("poscart.db"));
    SqliteStoreSet opened = SqliteStoreSet.open(config, Clock.systemUTC());
    stores = Optional.of(opened);
    return opened.idempotency();
  }

  @AfterEach
  void close() {
    stores.ifPresent(opened -> Await.result(opened.close().thenApply(closed -> true)));
  }

  @Test
  void requestLeftInProgressByAnEarlierProcess_isTakenOverAtOnce() {
    IdempotencyKey key = key("key-1");
    Await.result(newStore().begin(key, REQUEST, attempt("a")));
    close();

    assertThat(Await.result(newStore().begin(key, REQUEST, attempt("b"))))
        .isEqualTo(new BeginOutcome.TakenOver(new ChangeId("a")));
  }

  @Test
  void expiredRequests_areRemoved_aFewWithEachNewOne() throws SQLException {
    IdempotencyStore store = newStore();
    for (int i = 0; i < 20; i++) {
      Await.result(store.begin(key("old-" + i), REQUEST, attempt("old-" + i)));
    }
    for (int i = 0; i < 3; i++) {
      Await.result(store.begin(key("new-" + i), REQUEST, attempt("new-" + i, NOW.plusSeconds(60))));
    }
    close();

    assertThat(storedKeys()).containsExactlyInAnyOrder("new-0", "new-1", "new-2");
  }

  private List<String> storedKeys() throws SQLException {
    List<String> keys = new ArrayList<>();
    try (Connection file =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("poscart.db"));
        Statement statement = file.createStatement();
        ResultSet rows = statement.executeQuery("SELECT key FROM answers")) {
      while (rows.next()) {
        keys.add(rows.getString(1));
      }
    }
    return keys;
  }

  private static IdempotencyKey key(String key) {
    return new IdempotencyKey(CartTestData.TERMINAL, key);
  }

  private static Attempt attempt(String id) {
    return attempt(id, NOW);
  }

  private static Attempt attempt(String id, Instant now) {
    return new Attempt(new ChangeId(id), now, now.plusSeconds(10), now.plusSeconds(60));
  }
}
