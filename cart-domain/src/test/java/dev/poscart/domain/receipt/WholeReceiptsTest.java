package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleSales.expensive;
import static dev.poscart.domain.receipt.SampleSales.groceries;
import static dev.poscart.domain.receipt.SampleSales.longNames;
import static dev.poscart.domain.receipt.SampleTransaction.cancelled;
import static dev.poscart.domain.receipt.SampleTransaction.cash;
import static dev.poscart.domain.receipt.SampleTransaction.cashless;
import static dev.poscart.domain.receipt.SampleTransaction.line;
import static dev.poscart.domain.receipt.SampleTransaction.origin;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static dev.poscart.domain.receipt.SampleTransaction.tax;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.TransactionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whole receipts, compared character by character with files that show them as printed. */
class WholeReceiptsTest {

  @Test
  void sale_withDiscountsTaxesAndMixedTender_isPrintedAsReceipt() {
    assertPrinted(
        "sale",
        groceries()
            .sales(sales(1566, 28, 7, 906, 0))
            .payments(cashless(500, 500), cash(2000, 1094)));
  }

  @Test
  void return_namesTheReceiptItRefersTo() {
    assertPrinted(
        "return",
        groceries()
            .type(TransactionType.RETURN)
            .numbers(2, 111_112)
            .payments(cash(1594, 1594))
            .origin(origin(TransactionType.SALE, 1, 111_111)));
  }

  @Test
  void voidOfSale_hasItsOwnTitle() {
    assertPrinted(
        "void-sale",
        groceries()
            .type(TransactionType.VOID_SALE)
            .numbers(4, 111_114)
            .payments(cashless(0, 500), cash(1094, 1094))
            .origin(origin(TransactionType.SALE, 1, 111_111)));
  }

  @Test
  void voidOfReturn_namesTheReturn() {
    assertPrinted(
        "void-return",
        groceries()
            .type(TransactionType.VOID_RETURN)
            .numbers(3, 111_113)
            .payments(cash(1594, 1594))
            .origin(origin(TransactionType.RETURN, 2, 111_112)));
  }

  @Test
  void cancelledSale_isMarkedAsSuch_andHasNoPayment() {
    assertPrinted(
        "cancelled-sale",
        new SampleTransaction()
            .numbers(5, 111_115)
            .sales(cancelled(sales(100, 10, 1, 0, 0)))
            .lines(line(1, "みかん", "01", 100, 1))
            .taxes(tax("01", TaxType.EXTERNAL, "外税10%", 10, 100)));
  }

  @Test
  void stampDuty_printsBoxBetweenReceiptNumberAndFooters() {
    assertPrinted("stamp-duty", expensive());
  }

  @Test
  void longNames_areCut() {
    assertPrinted("long-names-cut", longNames(LongItemNames.CUT));
  }

  @Test
  void longNames_wrapToASecondLine_ifConfigured() {
    assertPrinted("long-names-wrapped", longNames(LongItemNames.WRAP));
  }

  private static void assertPrinted(String name, SampleTransaction transaction) {
    PrintedReceipt printed = ReceiptPrinter.print(transaction.make());

    assertThat(printed.journalText()).isEqualTo(file(name + ".txt"));
    assertThat(printed.receiptText()).isEqualTo(file(name + ".xml"));
  }

  static String file(String name) {
    try (InputStream in =
        Objects.requireNonNull(WholeReceiptsTest.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
