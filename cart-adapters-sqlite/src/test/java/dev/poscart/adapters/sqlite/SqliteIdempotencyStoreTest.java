package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.IdempotencyStoreContract;
import dev.poscart.domain.model.ChangeId;
import dev.poscart.domain.model.IdempotencyKey;
import dev.poscart.domain.model.RequestFingerprint;
import dev.poscart.domain.port.IdempotencyStore;
import dev.poscart.domain.port.IdempotencyStore.Attempt;
import dev.poscart.domain.port.IdempotencyStore.BeginOutcome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteIdempotencyStoreTest extends IdempotencyStoreContract {

  private static final RequestFingerprint REQUEST = new RequestFingerprint("v2:1", List.of());

  @TempDir private Path folder;
  private Optional<SqliteStoreSet> stores = Optional.empty();

  @Override
  protected IdempotencyStore newStore(int maxPerTerminal) {
    SqliteStoreSet opened = SqliteStoreSet.open(SqliteConfig.of(folder.resolve("poscart.db")));
    stores = Optional.of(opened);
    return opened.idempotency(maxPerTerminal);
  }

  @Override
  protected void close() {
    stores.ifPresent(opened -> Await.result(opened.close().thenApply(closed -> true)));
  }

  @Test
  void whatAnEarlierProcessLeftInProgress_isTakenOverAtOnce() {
    close();
    IdempotencyKey key = new IdempotencyKey(CartTestData.TERMINAL, "key-1");
    Await.result(newStore(10).begin(key, REQUEST, attempt("a")));
    close();

    assertThat(Await.result(newStore(10).begin(key, REQUEST, attempt("b"))))
        .isEqualTo(new BeginOutcome.TakenOver(new ChangeId("a")));
  }

  private static Attempt attempt(String id) {
    Instant now = Instant.parse("2026-11-23T09:27:02.838Z");
    return new Attempt(new ChangeId(id), now, now.plusSeconds(10), now.plusSeconds(60));
  }
}
