package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.transactions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.adapters.mongo.WireServer;
import dev.poscart.app.config.Variable;
import dev.poscart.app.token.TestToken;
import dev.poscart.domain.fixtures.TestClock;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The business day changes while the service runs, and a sale belongs to the day it is closed. */
class BusinessDayTest {

  private enum Database {
    SQLITE,
    MONGODB
  }

  private static final String FIXED =
      "\"apiKey\": \"key1\", \"businessDate\": \"20251123\", \"openCounter\": 1,"
          + " \"businessCounter\": 7";

  @TempDir Path folder;

  private Optional<WireServer> mongo = Optional.empty();

  @AfterEach
  void close() {
    mongo.ifPresent(WireServer::close);
  }

  @ParameterizedTest
  @EnumSource
  void salesAroundMidnight_eachHaveTheirOwnDate_withoutARestart(Database database)
      throws IOException {
    TestClock clock = new TestClock(Instant.parse("2026-11-28T14:59:50Z"));
    try (RunningShop shop = open(clock, on(database), session("3", "9"))) {
      sold(shop.till(1), "84", item("E", 1));
      clock.advance(Duration.ofSeconds(21));
      sold(shop.till(1), "84", item("E", 1));
      sold(shop.till(2), "84", item("E", 1));

      assertThat(listed(shop, "business_date=20261128&open_counter=3"))
          .containsExactly("1 20261128 2026-11-28T23:59:50.000000+09:00");
      assertThat(listed(shop, "business_date=20261129&open_counter=3"))
          .containsExactly("2 20261129 2026-11-29T00:00:11.000000+09:00");
      // The profile gives terminal 2 its own date.
      assertThat(shop.till(2).transactions().path(0).path("businessDate").textValue())
          .isEqualTo("20251124");
    }
  }

  @Test
  void clockSetBack_setsTheDateBack() throws IOException {
    TestClock clock = new TestClock(Instant.parse("2027-03-28T03:00:00Z"));
    try (RunningShop shop = open(clock, Map.of(), session("1", "7"))) {
      sold(shop.till(1), "84", item("E", 1));
      clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-28T03:00:00Z")));
      sold(shop.till(1), "84", item("E", 1));

      assertThat(listed(shop, "sort=transaction_no:1"))
          .containsExactly(
              "1 20270328 2027-03-28T12:00:00.000000+09:00",
              "2 20261128 2026-11-28T12:00:00.000000+09:00");
    }
  }

  @Test
  void nightShift_belongsToTheDayBefore() throws IOException {
    TestClock clock = new TestClock(Instant.parse("2026-11-28T17:00:00Z"));
    Map<Variable, String> fromFive = Map.of(Variable.BUSINESS_DAY_STARTS_AT, "05:00");
    try (RunningShop shop = open(clock, fromFive, session("1", "7"))) {
      sold(shop.till(1), "84", item("E", 1));
      clock.advance(Duration.ofHours(3));
      sold(shop.till(1), "84", item("E", 1));

      assertThat(listed(shop, "sort=transaction_no:1"))
          .containsExactly(
              "1 20261128 2026-11-29T02:00:00.000000+09:00",
              "2 20261129 2026-11-29T05:00:00.000000+09:00");
    }
  }

  @Test
  void startOfDayInARepeatedHour_isTheFirstOccurrence() throws IOException {
    TestClock clock =
        new TestClock(Instant.parse("2026-11-01T05:29:59Z"), ZoneId.of("America/New_York"));
    Map<Variable, String> newYork =
        Map.of(Variable.TIMEZONE, "America/New_York", Variable.BUSINESS_DAY_STARTS_AT, "01:30");
    try (RunningShop shop = open(clock, newYork, session("1", "7"))) {
      sold(shop.till(1), "84", item("E", 1));
      clock.advance(Duration.ofSeconds(1));
      sold(shop.till(1), "84", item("E", 1));
      clock.advance(Duration.ofMinutes(40));
      sold(shop.till(1), "84", item("E", 1));

      assertThat(listed(shop, "sort=transaction_no:1"))
          .containsExactly(
              "1 20261031 2026-11-01T01:29:59.000000-04:00",
              "2 20261101 2026-11-01T01:30:00.000000-04:00",
              "3 20261101 2026-11-01T01:10:00.000000-05:00");
    }
  }

  @ParameterizedTest
  @EnumSource
  void saleParkedInOneSession_andBilledInTheNext_belongsToTheNext(Database database)
      throws IOException {
    TestClock clock = new TestClock(Instant.parse("2026-11-28T14:00:00Z"));
    Map<Variable, String> settings = on(database);
    String cart;
    try (RunningShop shop = open(clock, settings, fixed("20261128", "1", "41"))) {
      cart = entering(shop.till(1), item("E", 1));
      TestTill.expect(200, shop.till(1).post("/carts/" + cart + "/park", ""));
    }
    try (RunningShop shop = open(clock, settings, fixed("20261129", "2", "42"))) {
      TestTill till = shop.till(1);
      TestTill.expect(200, till.post("/carts/" + cart + "/retrieve", ""));
      TestTill.expect(200, till.subtotal(cart));
      TestTill.expect(200, till.pay(cart, "01", "84"));
      TestTill.expect(200, till.bill(cart));

      assertThat(listed(shop, "business_date=20261129&open_counter=2"))
          .containsExactly("1 20261129 2026-11-28T23:00:00.000000+09:00");
      assertThat(listed(shop, "business_date=20261128")).isEmpty();
    }
  }

  @Test
  void token_carriesDateAndCountersOfOneSession() throws IOException {
    TestClock clock = new TestClock(Instant.parse("2026-11-28T14:59:50Z"));
    try (RunningShop shop = open(clock, Map.of(), session("1", "7"))) {
      String token =
          TestToken.terminal(1, clock.instant())
              .with("business_date", "20261127")
              .with("open_counter", 4)
              .signed(RunningShop.SECRET);
      String cart = entering(shop.till(1), item("E", 1));
      TestTill.expect(200, shop.till(1).subtotal(cart));
      TestTill.expect(200, shop.till(1).pay(cart, "01", "84"));
      HttpResponse<String> billed =
          shop.send(
              "POST",
              "/api/v1/carts/" + cart + "/bill",
              Optional.empty(),
              "Authorization",
              "Bearer " + token);
      assertThat(billed.statusCode()).isEqualTo(200);

      assertThat(listed(shop, "business_date=20261127&open_counter=4")).hasSize(1);
      assertThat(listed(shop, "")).hasSize(1);
    }
  }

  /** Number, date and time of terminal 1's transactions that a query finds. */
  private static List<String> listed(RunningShop shop, String query) throws IOException {
    JsonNode found =
        TestTill.expect(200, shop.till(1).call("GET", transactions(1) + "?" + query, "")).data();
    return StreamSupport.stream(found.spliterator(), false)
        .map(
            entry ->
                entry.path("transactionNo").intValue()
                    + " "
                    + entry.path("businessDate").textValue()
                    + " "
                    + entry.path("generateDateTime").textValue())
        .toList();
  }

  private RunningShop open(TestClock clock, Map<Variable, String> more, String terminal) {
    String profile = RunningShop.profile();
    assertThat(profile).contains(FIXED);
    return RunningShop.open(folder, profile.replace(FIXED, terminal), more, clock);
  }

  private Map<Variable, String> on(Database database) {
    Map<Variable, String> settings = new EnumMap<>(Variable.class);
    if (database == Database.MONGODB) {
      WireServer server = WireServer.start();
      mongo = Optional.of(server);
      settings.put(Variable.MONGODB_URI, server.connectionString());
    }
    return settings;
  }

  /** Terminal 1 without its own business date. */
  private static String session(String openCounter, String businessCounter) {
    return "\"apiKey\": \"key1\", \"openCounter\": %s, \"businessCounter\": %s"
        .formatted(openCounter, businessCounter);
  }

  private static String fixed(String date, String openCounter, String businessCounter) {
    return session(openCounter, businessCounter) + ", \"businessDate\": \"" + date + "\"";
  }
}
