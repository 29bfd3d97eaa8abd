package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.TransactionTestData;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a request waits for while the database of a new tenant is prepared. */
class PreparationTest extends MongoStoreSetFixture {

  private static final String LAST_INDEX = "test_A1234.poscart_incident createIndexes";

  @Test
  void theFirstRequestOfATenant_waitsForOneCommandThatBuildsIndexes() {
    insertCart();

    Await.until("all indexes are created", () -> server.commands().contains(LAST_INDEX));
    List<String> commands = server.commands();
    assertThat(commands)
        .startsWith("test_A1234.log_tran createIndexes", "test_A1234.log_tran listIndexes");
    // The others, one after the other, do not hold up the request.
    assertThat(commands.indexOf("test_A1234.poscart_cart insert"))
        .isBetween(2, commands.indexOf(LAST_INDEX));
    awaitIndexes("test_A1234", "poscart_cart", "closing", "parked", "open", "removable");
  }

  @Test
  void laterRequests_prepareNothing_exceptForTheFirstEntryOfALog() {
    insertCart();
    Await.until("all indexes are created", () -> count("poscart_incident createIndexes") == 3);
    long prepared = count("log_tran createIndexes");

    result(storeSet.carts().removeUnchangedSince("A1234", Instant.EPOCH, 10));
    result(storeSet.carts().replace(cartOf("A1234"), 1));
    assertThat(count("log_tran createIndexes")).isEqualTo(prepared);

    result(storeSet.transactions().append(TransactionTestData.sale().no(1).makeAt(1)));
    assertThat(server.commands())
        .filteredOn(command -> command.equals("test_A1234.log_tran createIndexes"))
        .hasSizeGreaterThan((int) prepared);
  }

  @Test
  void aSearchForOldCarts_preparesNothing() {
    assertThat(result(storeSet.carts().removeUnchangedSince("A1234", Instant.now(), 10))).isZero();

    assertThat(server.commands()).isNotEmpty().noneMatch(each -> each.endsWith("createIndexes"));
  }

  private void insertCart() {
    result(storeSet.carts().insert(cartOf("A1234")).thenApply(stored -> true));
  }

  private long count(String command) {
    return server.commands().stream().filter(each -> each.endsWith(command)).count();
  }
}
