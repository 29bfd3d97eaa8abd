package dev.poscart.adapters.mongo;

import static dev.poscart.domain.fixtures.Await.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.adapters.mongo.MigrationFindings.LastNumbers;
import dev.poscart.adapters.mongo.MigrationFindings.OpenCart;
import dev.poscart.adapters.mongo.MigrationFindings.Span;
import dev.poscart.adapters.mongo.MigrationFindings.TerminalNumbers;
import dev.poscart.adapters.mongo.MigrationFindings.UndeliveredEvent;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.port.PortException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** The databases that kugelpos wrote in two days. */
class MongoMigrationCheckTest extends MigrationCheckFixture {

  @Test
  void everythingIsFound() {
    assertThat(check()).containsExactly("K7310");

    assertThat(found.tenants)
        .containsExactly(
            Map.entry(
                "K7310 test_K7310",
                Map.of(
                    "cache_cart", 1L,
                    "info_terminal_counter", 3L,
                    "log_tran", 70L,
                    "status_tran", 8L)));
    assertThat(found.terminals)
        .containsExactly(
            numbers(TILL, 23, new LastNumbers(24, 100010), List.of(new Span(21, 21))),
            numbers(
                new TerminalKey("K7310", "2101", 2), 29, new LastNumbers(29, 100001), List.of()),
            numbers(
                new TerminalKey("K7310", "2102", 1), 18, new LastNumbers(18, 100004), List.of()));
    assertThat(found.indexes).isEmpty();
    assertThat(found.unreadable).isEmpty();
  }

  @Test
  void openCartsAndUndeliveredEvents_areFound() {
    check();

    assertThat(found.carts)
        .containsExactly(
            new OpenCart(
                new TerminalKey("K7310", "2101", 2),
                "5ed2ff61-da2c-4fa9-bb43-bf3084c7d33e",
                "EnteringItem",
                3,
                new BigDecimal("1901")));
    assertThat(found.events)
        .extracting(UndeliveredEvent::transactionNo)
        .containsExactly(20, 22, 23, 24, 22, 28, 29, 16);
    assertThat(found.events.get(1))
        .isEqualTo(
            new UndeliveredEvent(
                TILL,
                22,
                "partially_delivered",
                Map.of("report", "received", "journal", "received", "stock", "pending")));
  }

  @Test
  void nothingIsChanged_notEvenWhereCollectionsAreMissing() {
    write(raw.getDatabase("test_B1234"), "status_tran", kugelposMark());
    List<String> before = WireDump.of(server.connectionString(), "test");
    assertThat(before).hasSizeGreaterThan(150);

    assertThat(check()).containsExactly("B1234", "K7310");

    assertThat(WireDump.of(server.connectionString(), "test")).isEqualTo(before);
  }

  @Test
  void unknownPrefix_findsNoTenant() {
    assertThat(result(MongoMigrationCheck.run(config("other"), found))).isEmpty();
    assertThat(found.tenants).isEmpty();
  }

  @Test
  void unreachableServer_failsTheCheck() {
    server.close();
    assertThat(TestStores.failureOf(MongoMigrationCheck.run(config("test"), found)))
        .isEqualTo(PortException.Category.UNAVAILABLE);
  }

  private static TerminalNumbers numbers(
      TerminalKey terminal, long transactions, LastNumbers last, List<Span> missing) {
    return new TerminalNumbers(
        terminal,
        transactions,
        Optional.of(new Span(1, last.transactionNo())),
        Optional.of(last),
        Optional.of(last),
        missing,
        List.of(),
        List.of());
  }

  private static Document kugelposMark() {
    return new Document("tenant_id", "B1234")
        .append("store_code", "1")
        .append("terminal_no", 1)
        .append("transaction_no", 1)
        .append("is_voided", true)
        .append("is_refunded", false);
  }
}
