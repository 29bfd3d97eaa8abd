package dev.poscart.app;

import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.journal;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.priced;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static dev.poscart.app.Selling.transactions;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.app.config.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers and settings: known defects of kugelpos, by their numbers in {@code docs/defects.md}. */
class NumberAndSettingDefectsTest extends TransactionDefectsFixture {

  @Test
  void d34_d35_receiptNumbers_keepToTheRangeOfTheSettings_reversalsToo() throws IOException {
    TestTill third = shop.till(3);
    JsonNode first = sold(third, "84", item("E", 1));
    JsonNode returned = ok(third.post(transaction(3, first) + "/return", CASH_84));
    JsonNode voided = ok(third.post(transaction(3, returned) + "/void", CASH_84));
    JsonNode next = sold(third, "84", item("E", 1));

    assertThat(List.of(first, returned, voided, next))
        .extracting(closed -> closed.path("receiptNo").intValue())
        .containsExactly(500, 501, 500, 501);
  }

  @Test
  void d35_rangeThatIsNotANumber_fallsBackToTheDefaultRange() throws IOException {
    assertThat(sold(shop.till(4), "84", item("E", 1)).path("receiptNo").intValue())
        .isEqualTo(111111);
  }

  /** The setting with the narrowest scope applies, wherever it is in the list. */
  @Test
  void d36_settings_applyByScope() throws IOException {
    assertThat(footer(otherTill)).isEqualTo("till 2");
    assertThat(footer(till)).isEqualTo("store");
    assertThat(footer(shop.till("A1234-9999-1", "key1"))).isEqualTo("other till");
    assertThat(footer(shop.till("B5678-5678-1", "key1"))).isEqualTo("default");
  }

  @Test
  void d36_withoutAMatchingSetting_theConfigurationApplies(@TempDir Path other) throws IOException {
    Map<Variable, String> defaults =
        Map.of(
            Variable.RECEIPT_HEADERS, "[{\"text\": \"from the configuration\"}]",
            Variable.RECEIPT_FOOTERS, "[{\"text\": \"unused\"}]",
            Variable.INVOICE_REGISTRATION_NUMBER, "T1234567890123",
            Variable.RECEIPT_NO_START_VALUE, "7",
            Variable.RECEIPT_NO_END_VALUE, "8");
    try (RunningShop configured = RunningShop.open(other, defaults)) {
      JsonNode sale = sold(configured.till(1), "84", item("E", 1));
      assertThat(sale.path("receiptNo").intValue()).isEqualTo(7);
      assertThat(journal(sale))
          .startsWith("from the configuration          ")
          .endsWith("事業者登録番号 T1234567890123   ", "store                           ");
      JsonNode elsewhere = sold(configured.till("A1234-9999-1", "key1"), "84", item("E", 1));
      assertThat(journal(elsewhere)).startsWith("other store                     ");
      assertThat(sold(configured.till(3), "84", item("E", 1)).path("receiptNo").intValue())
          .isEqualTo(500);
    }
  }

  @Test
  void d37_settingAddedAfterTheCart_isNotAnError(@TempDir Path other) throws IOException {
    String cart;
    try (RunningShop before = RunningShop.open(other, Map.of())) {
      cart = paying(before.till(1), item("E", 1));
      TestTill.expect(200, before.till(1).pay(cart, "01", "84"));
    }
    String more =
        RunningShop.profile()
            .replaceFirst(
                "\"settings\": \\[",
                "\"settings\": [{\"name\": \"INVOICE_REGISTRATION_NUMBER\","
                    + " \"defaultValue\": \"T1234567890123\"},");
    try (RunningShop after = RunningShop.open(other, more, Map.of())) {
      assertThat(journal(ok(after.till(1).bill(cart)))).contains("事業者登録番号 T1234567890123   ");
    }
  }

  @Test
  void d38_withoutStaff_aCartCanBeRead_butNotChanged(@TempDir Path other) throws IOException {
    String cart;
    try (RunningShop before = RunningShop.open(other, Map.of())) {
      cart = paying(before.till(1), item("E", 1));
    }
    String signedOut =
        RunningShop.profile()
            .replaceFirst(", \"staff\": \\{\"id\": \"S001\", \"name\": \"スタッフ太郎\"\\}", "");
    try (RunningShop after = RunningShop.open(other, signedOut, Map.of())) {
      TestTill deserted = after.till(1);
      assertThat(ok(deserted.cart(cart)).path("cartStatus").textValue()).isEqualTo("Paying");
      refused(400, "404002", deserted.pay(cart, "01", "84"));
      refused(400, "404002", deserted.post("/carts/" + cart + "/cancel", ""));
      refused(400, "404002", deserted.post("/carts", "{}"));
      assertThat(ok(after.till(2).pay(cart, "01", "84")).path("payments")).hasSize(1);
    }
  }

  @Test
  void d39_refusedRequests_useUpNoNumbers() throws IOException {
    JsonNode sale = sold(till, "84", item("E", 1));
    String cart = paying(till, item("E", 1));
    refused(406, "403002", till.bill(cart));
    refused(400, "300001", till.post(transaction(1, sale) + "/void", list(tender("01", "83"))));
    refused(400, "300001", till.post(transaction(1, sale) + "/return", list(tender("01", "85"))));
    refused(404, "100001", till.post(transactions(1) + "/99999/return", CASH_84));

    JsonNode next = sold(till, "84", item("E", 1));

    assertThat(next.path("transactionNo").intValue())
        .isEqualTo(sale.path("transactionNo").intValue() + 1);
    assertThat(next.path("receiptNo").intValue()).isEqualTo(sale.path("receiptNo").intValue() + 1);
  }

  private static String footer(TestTill at) throws IOException {
    JsonNode sale = sold(at, "1000", priced("A", 1, "1"));
    List<String> lines = journal(sale);
    return lines.get(lines.size() - 1).strip();
  }
}
