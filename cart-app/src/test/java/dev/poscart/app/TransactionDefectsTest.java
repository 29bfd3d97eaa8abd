package dev.poscart.app;

import static dev.poscart.app.Selling.entering;
import static dev.poscart.app.Selling.item;
import static dev.poscart.app.Selling.journal;
import static dev.poscart.app.Selling.list;
import static dev.poscart.app.Selling.number;
import static dev.poscart.app.Selling.paying;
import static dev.poscart.app.Selling.refused;
import static dev.poscart.app.Selling.sold;
import static dev.poscart.app.Selling.tender;
import static dev.poscart.app.Selling.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.poscart.domain.fixtures.Race;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Transactions, numbers and settings: the known defects of kugelpos, by their numbers in {@code
 * docs/defects.md}, against the whole service.
 */
class TransactionDefectsTest extends TransactionDefectsFixture {

  /** Its gaps: receipt and transaction number of the sale, receipt number of the return. */
  private static final String RETURN_OF_ANOTHER_TILL =
      """
      レジNo. 2               責# S002
      (time)
             【 返 品 伝 票 】
      --------------------------------
      ジュース                   216軽
              2 個@108
      りんご                     100外
      --------------------------------
      小計            3 個      \\316
        外税10%%                  \\10
      合計                      \\326
        (内税 8%% 対象額        \\216)
        (内税 8%%                \\16)
        (外税10%% 対象額        \\100)
        (外税10%%                \\10)
      ご返金額                  \\326
      --------------------------------
      現金                      \\326
      --------------------------------
      [対象レシート]
      日時    (time)
      取引区分                   売 上
      店舗コード                  5678
      店舗名                  テスト店
      レジNo.                        1
      レシートNo.               %6d
      取引通番%24d
      --------------------------------
      軽:軽減税率対象
      レシートNo. %6d
      store
      """;

  @Test
  void d29_parallelBills_makeOneTransaction() throws IOException {
    String cart = paying(till, item("E", 1));
    TestTill.expect(200, till.pay(cart, "01", "84"));
    int before = till.transactions().size();

    List<Integer> statuses = Race.of(6, i -> status(() -> till.bill(cart)));

    // Those that overlap with the first closing get its answer too; it may be all of them.
    assertThat(statuses).contains(200).isSubsetOf(200, 400);
    assertThat(till.transactions()).hasSize(before + 1);
  }

  @Test
  void d29_parallelAdds_areAllInTheCart() throws IOException {
    String cart = till.createCart();
    List<Integer> statuses = Race.of(8, i -> status(() -> till.add(cart, "E", i + 1)));

    assertThat(statuses).containsOnly(200);
    JsonNode full = till.cart(cart).data();
    assertThat(full.path("lineItems")).hasSize(8);
    assertThat(number(full, "/totalQuantity")).isEqualByComparingTo("36");
  }

  @Test
  void d30_repeatedBill_makesNoSecondSale_andReadingGivesTheNumbers() throws IOException {
    String cart = paying(till, item("E", 1));
    TestTill.expect(200, till.pay(cart, "01", "84"));
    JsonNode billed = ok(till.bill(cart));

    refused(400, "300004", till.bill(cart));

    JsonNode read = till.cart(cart).data();
    assertThat(read.path("transactionNo")).isEqualTo(billed.path("transactionNo"));
    assertThat(read.path("receiptNo")).isEqualTo(billed.path("receiptNo"));
    assertThat(read.path("journalText")).isEqualTo(billed.path("journalText"));
  }

  @Test
  void d31_cancelledSale_isNotReturnedForCash() throws IOException {
    String cart = entering(till, item("E", 1));
    JsonNode cancelled = ok(till.post("/carts/" + cart + "/cancel", ""));

    refused(400, "300001", till.post(transaction(1, cancelled) + "/return", CASH_84));
    refused(400, "300001", till.post(transaction(1, cancelled) + "/void", "[]"));
  }

  @Test
  void d32_parallelVoidsAndReturns_makeExactlyOne() throws IOException {
    JsonNode sale = sold(till, "84", item("E", 1));
    int before = till.transactions().size();
    String path = transaction(1, sale);

    List<Integer> statuses =
        Race.of(
            6, i -> status(() -> till.post(path + (i % 2 == 0 ? "/void" : "/return"), CASH_84)));

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
    assertThat(till.transactions()).hasSize(before + 1);
  }

  @Test
  void d33_returnAtAnotherTill_belongsToThatTill_andNamesTheSale() throws IOException {
    JsonNode sale = sold(till, "1000", item("J", 2), item("A", 1));
    JsonNode made = ok(otherTill.post(transaction(1, sale) + "/return", list(tender("01", "326"))));

    assertThat(made.path("terminalNo").intValue()).isEqualTo(2);
    assertThat(made.at("/staff/id").textValue()).isEqualTo("S002");
    assertThat(made.path("businessDate").textValue()).isEqualTo("20251124");
    assertThat(otherTill.call("GET", transaction(2, made), "").data()).isEqualTo(made);
    assertThat(withoutTimes(journal(made)))
        .isEqualTo(
            RETURN_OF_ANOTHER_TILL.formatted(
                sale.path("receiptNo").intValue(),
                sale.path("transactionNo").intValue(),
                made.path("receiptNo").intValue()));
  }

  /** The lines without the spaces that fill them. */
  private static String withoutTimes(List<String> journal) {
    return journal.stream()
        .map(line -> line.replaceFirst("\\d{4}年.{9,12} \\d\\d:\\d\\d", "(time)"))
        .map(line -> line.stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
