package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleTransaction.line;
import static dev.poscart.domain.receipt.SampleTransaction.off;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.ReceiptFormat;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.TransactionType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Receipts as print documents in JSON. */
class PrintDocumentTest {

  private static final String LONG_NAME = "とても長い名前の \"国産\" りんごジュース \\ 百パーセント";

  private static ReceiptSettings json(LongItemNames names) {
    return new ReceiptSettings(
        NumberRange.DEFAULT, Optional.empty(), List.of(), List.of(), names, ReceiptFormat.JSON);
  }

  private static SampleTransaction sale() {
    return new SampleTransaction()
        .numbers(12, 111_122)
        .staffId("S001")
        .lines(line(1, LONG_NAME, "01", 100, 2))
        .subtotalDiscounts(off(DiscountType.AMOUNT, "10", 10))
        .sales(sales(190, 19, 2, 0, 0))
        .receipt(json(LongItemNames.WRAP));
  }

  @Test
  void head_describesTheTransaction() {
    assertThat(ReceiptPrinter.print(sale().make()).receiptText())
        .startsWith(
            "{\"schemaVersion\": \"1.0\", \"metadata\": {\"documentType\": \"receipt\","
                + " \"tenantId\": \"A1234\", \"storeCode\": \"5678\", \"terminalNo\": 9,"
                + " \"transactionNo\": 12, \"receiptNo\": 111122, \"businessDate\": \"20261123\","
                + " \"generatedAt\": \"2026-11-23T18:27:03.415939+09:00\", \"locale\": \"ja-JP\","
                + " \"charsPerLine\": 32}, \"elements\": [{\"type\": \"columns\", \"columns\":"
                + " [{\"slot\": \"left\", \"value\": \"レジNo. 9\"}, {\"slot\": \"right\","
                + " \"value\": \"責# S001\"}]}, {\"type\": \"text\", \"value\":"
                + " \"2026年11月23日(月) 18:27\", \"align\": \"left\"}, {\"type\": \"text\","
                + " \"value\": \"【 領 収 証 】\", \"align\": \"center\"}, {\"type\":"
                + " \"ruledLine\", \"char\": \"-\"}, ");
  }

  @Test
  void longNames_areNeitherCutNorWrapped_andAreEscaped() {
    assertThat(ReceiptPrinter.print(sale().make()).receiptText())
        .containsOnlyOnce(
            "{\"slot\": \"left\", \"value\":" + " \"とても長い名前の \\\"国産\\\" りんごジュース \\\\ 百パーセント\"}");
  }

  @Test
  void foot_tellsStoreTillSessionAndNumber_onTheJournalToo() {
    PrintedReceipt printed = ReceiptPrinter.print(sale().make());

    assertThat(printed.receiptText())
        .endsWith(
            columns("店舗コード", "5678")
                + ", "
                + columns("レジNo.", "9")
                + ", "
                + columns("営業回", "7")
                + ", "
                + columns("取引通番", "12")
                + "]}");
    assertThat(printed.journalText())
        .contains("営業回                         7\n")
        .contains("取引通番                      12\n");
  }

  private static String columns(String left, String right) {
    return "{\"type\": \"columns\", \"columns\": [{\"slot\": \"left\", \"value\": \""
        + left
        + "\"}, {\"slot\": \"right\", \"value\": \""
        + right
        + "\"}]}";
  }

  @Test
  void originalOfAReturn_isToldWithItsSession() {
    SampleTransaction back =
        sale()
            .type(TransactionType.RETURN)
            .origin(SampleTransaction.origin(TransactionType.SALE, 3, 111_113));

    assertThat(ReceiptPrinter.print(back.make()).receiptText())
        .contains(columns("営業回", "7") + ", " + columns("取引通番", "3"));
    assertThat(ReceiptPrinter.print(back.receipt(ReceiptSettings.DEFAULT).make()).receiptText())
        .startsWith("<?xml")
        .doesNotContain("営業回");
  }
}
