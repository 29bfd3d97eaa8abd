package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.TransactionQueryContract;
import dev.poscart.domain.port.TransactionLog;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteTransactionQueryTest extends TransactionQueryContract {

  @TempDir private Path folder;
  private Optional<SqliteStoreSet> stores = Optional.empty();

  @Override
  protected TransactionLog newLog() {
    SqliteStoreSet opened = SqliteStoreSet.open(SqliteConfig.of(folder.resolve("poscart.db")));
    stores = Optional.of(opened);
    return opened.transactions();
  }

  @Override
  protected void close() {
    stores.ifPresent(opened -> Await.result(opened.close().thenApply(closed -> true)));
  }
}
