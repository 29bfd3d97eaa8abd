package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.OutboxContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteOutboxTest extends OutboxContract {

  @TempDir private Path folder;
  private Optional<SqliteStoreSet> stores = Optional.empty();

  @Override
  protected LogAndOutbox newStores() {
    SqliteStoreSet opened = SqliteStoreSet.open(SqliteConfig.of(folder.resolve("poscart.db")));
    stores = Optional.of(opened);
    return new LogAndOutbox(opened.transactions(), opened.outbox());
  }

  @Override
  protected void close() {
    stores.ifPresent(opened -> Await.result(opened.close().thenApply(closed -> true)));
  }
}
