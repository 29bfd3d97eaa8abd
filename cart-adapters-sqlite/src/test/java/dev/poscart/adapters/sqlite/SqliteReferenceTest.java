package dev.poscart.adapters.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.CartTestData;
import dev.poscart.domain.fixtures.ReferenceDataContract;
import dev.poscart.domain.fixtures.ReferencePorts;
import dev.poscart.domain.fixtures.ReferenceTestData;
import dev.poscart.domain.model.Terminal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReferenceTest extends ReferenceDataContract {

  @TempDir private Path folder;
  private Optional<SqliteStoreSet> stores = Optional.empty();

  @Override
  protected ReferencePorts newReferenceData() {
    SqliteStoreSet opened = SqliteStoreSet.open(SqliteConfig.of(folder.resolve("poscart.db")));
    stores = Optional.of(opened);
    return new ReferencePorts(
        opened.referenceLoader(),
        opened.terminals(),
        opened.storeDirectory(),
        opened.paymentMethods(),
        opened.taxes(),
        opened.settings(),
        opened.promotions());
  }

  @Test
  void terminalThatAnEarlierVersionStored_followsTheCalendar() throws SQLException {
    close();
    ReferencePorts ports = newReferenceData();
    Await.result(ports.loader().load(ReferenceTestData.tenant("A1234")).thenApply(done -> true));
    close();
    forgetWhoFollowsTheCalendar();

    Terminal stored =
        Await.result(newReferenceData().terminals().find(CartTestData.TERMINAL, Instant.EPOCH))
            .orElseThrow();

    assertThat(stored)
        .isEqualTo(
            CartTestData.followingCalendar(CartTestData.openedTerminal(CartTestData.TERMINAL)));
  }

  private void forgetWhoFollowsTheCalendar() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("poscart.db"));
        Statement statement = connection.createStatement()) {
      int terminals =
          statement.executeUpdate(
              "UPDATE reference SET body = json_remove(body, '$.follows_calendar')"
                  + " WHERE kind = 'terminal' AND body LIKE '%follows_calendar%'");
      assertThat(terminals).isEqualTo(2);
    }
  }

  @Override
  protected void close() {
    stores.ifPresent(opened -> Await.result(opened.close().thenApply(closed -> true)));
  }
}
