package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartStoreContract;
import dev.poscart.domain.port.CartStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteCartStoreTest extends CartStoreContract {

  @TempDir private Path folder;
  private Optional<SqliteStoreSet> stores = Optional.empty();

  @Override
  protected CartStore newStore(Clock clock) {
    SqliteStoreSet opened =
        SqliteStoreSet.open(SqliteConfig.of(folder.resolve("poscart.db")), clock);
    stores = Optional.of(opened);
    return opened.carts();
  }

  @Override
  protected void close() {
    stores.ifPresent(opened -> Await.result(opened.close().thenApply(closed -> true)));
  }
}
