package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old carts are removed; sales remain. */
class RetentionTest {

  private static final String EIGHT_DAYS_IN_MICROS = "691200000000";

  @TempDir Path folder;

  @Test
  void aSaleWhoseCartIsRemoved_isNotMadeAgain_andIsReturnedFromTheLog() throws Exception {
    String sold;
    String left;
    String parked;
    JsonNode sale;
    try (RunningShop shop = open("90")) {
      TestTill till = shop.till(1);
      sold = paying(till, item("E", 1));
      TestTill.expect(200, till.pay(sold, "01", "84"));
      sale = TestTill.expect(200, till.bill(sold)).data();
      left = entering(till, item("A", 1));
      parked = entering(till, item("A", 1));
      TestTill.expect(200, till.post("/carts/" + parked + "/park", ""));
    }
    letEightDaysPass();

    try (RunningShop shop = open("7")) {
      TestTill till = shop.till(1);
      awaitMetric(shop, "poscart_carts_removed_total 2.0");

      List.of(till.cart(sold), till.cart(left), till.bill(sold), till.keyed("again").bill(sold))
          .forEach(answer -> refused(404, "401002", answer));
      assertThat(till.transactions()).hasSize(1);
      TestTill.expect(200, till.cart(parked));
      assertThat(till.call("GET", transaction(1, sale), "").data().path("receiptText"))
          .isEqualTo(sale.path("receiptText"));
      TestTill.expect(200, till.post(transaction(1, sale) + "/return", list(tender("01", "84"))));
      assertThat(till.transactions()).hasSize(2);
    }
  }

  private RunningShop open(String days) {
    return RunningShop.open(folder, Map.of(Variable.CART_RETENTION_DAYS, days));
  }

  private void letEightDaysPass() throws SQLException {
    Path file = folder.resolve("data").resolve("poscart.db");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE carts SET removable_since = removable_since - " + EIGHT_DAYS_IN_MICROS);
    }
  }

  private static void awaitMetric(RunningShop shop, String line) {
    Instant end = Instant.now().plusSeconds(60);
    while (!shop.send("GET", "/metrics", Optional.empty()).body().contains(line)) {
      assertThat(Instant.now()).as(line).isBefore(end);
    }
  }
}
