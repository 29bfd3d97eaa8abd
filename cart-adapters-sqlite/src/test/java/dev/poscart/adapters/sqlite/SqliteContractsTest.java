package dev.poscart.adapters.sqlite;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.LogTampering;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.fixtures.StoreSetContract;
import dev.poscart.domain.port.LogInspection;
import dev.poscart.domain.port.StoreLimits;
import dev.poscart.domain.port.StoreSet;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** The contracts on a file; an audit opens it a second time. */
@Slow
class SqliteContractsTest extends StoreSetContract {

  @TempDir private Path folder;
  private final List<SqliteStoreSet> audits = new ArrayList<>();

  @Override
  protected StoreSet open(Clock clock, StoreLimits limits) {
    return SqliteStoreSet.open(config(), clock, limits);
  }

  @Override
  protected LogInspection inspection(StoreSet storeSet) {
    SqliteStoreSet audit = SqliteStoreSet.openToLook(config());
    audits.add(audit);
    return audit.inspection();
  }

  @Override
  protected LogTampering tampering(StoreSet storeSet) {
    return new SqliteTampering(config().file());
  }

  @Override
  protected void release() {
    audits.forEach(audit -> Await.result(audit.close().thenApply(closed -> true)));
  }

  private SqliteConfig config() {
    return SqliteConfig.of(folder.resolve("poscart.db"));
  }
}
