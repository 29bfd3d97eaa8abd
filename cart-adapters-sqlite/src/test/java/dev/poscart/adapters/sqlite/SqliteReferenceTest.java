package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.ReferenceDataContract;
import dev.poscart.domain.fixtures.ReferencePorts;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

class SqliteReferenceTest extends ReferenceDataContract {

  @TempDir private Path folder;
  private Optional<SqliteStores> stores = Optional.empty();

  @Override
  protected ReferencePorts newReferenceData() {
    SqliteStores opened = SqliteStores.open(SqliteConfig.of(folder.resolve("poscart.db")));
    stores = Optional.of(opened);
    return new ReferencePorts(
        opened.referenceLoader(),
        opened.terminals(),
        opened.stores(),
        opened.paymentMethods(),
        opened.taxes(),
        opened.settings(),
        opened.promotions());
  }

  @Override
  protected void close() {
    stores.ifPresent(opened -> Await.result(opened.close().thenApply(closed -> true)));
  }
}
