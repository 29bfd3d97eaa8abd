package dev.poscart.domain.receipt;

import static dev.poscart.domain.receipt.SampleTransaction.line;
import static dev.poscart.domain.receipt.SampleTransaction.off;
import static dev.poscart.domain.receipt.SampleTransaction.sales;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.LongItemNames;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.Origin;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.ReceiptNote;
import dev.poscart.domain.model.ReceiptNote.Alignment;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.TransactionType;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** For any item names, the journal is 32 columns wide and the XML is well formed. */
class PrintedWidthTest {

  private static final int TEXTS = 200;
  private static final int LINES = 34;
  private static final Money ONE_HUNDRED = Money.of(100);

  @Test
  void journal_isAlways32ColumnsWide() {
    Seeds.each(
        TEXTS,
        seed -> {
          RandomTexts texts = new RandomTexts(seed);
          List<String> lines = journal(texts.known(), money(texts.hundredths())).lines().toList();

          assertThat(lines).hasSize(LINES);
          assertThat(lines).allSatisfy(line -> assertThat(columns(line)).as(line).isEqualTo(32));
        });
  }

  @Test
  void journal_ofAnyCharacters_keepsItsLinesAndTheWidth() {
    Seeds.each(
        TEXTS,
        seed -> {
          List<String> lines = journal(new RandomTexts(seed).any(), ONE_HUNDRED).lines().toList();

          assertThat(lines).hasSize(LINES);
          assertThat(lines).allSatisfy(line -> assertThat(Columns.of(line)).as(line).isEqualTo(32));
        });
  }

  @Test
  void amounts_arePrintedInFull_nextToAnyName() {
    Seeds.each(
        TEXTS,
        seed -> {
          RandomTexts texts = new RandomTexts(seed);
          long hundredths = texts.hundredths();
          String twice = printed(hundredths * 2);

          assertThat(journal(texts.known(), money(hundredths)).lines().toList())
              .anyMatch(line -> line.endsWith(" " + twice + "外"))
              .anyMatch(line -> line.strip().equals("2 個@" + printed(hundredths)))
              .anyMatch(line -> line.matches("小計 +2 個 +\\Q\\" + twice + "\\E  "));
        });
  }

  @Test
  void printData_isWellFormedAndHoldsTheTextsOfTheJournal() {
    Seeds.each(
        TEXTS,
        seed -> {
          PrintedReceipt printed = print(new RandomTexts(seed).known(), ONE_HUNDRED);
          List<String> journal = printed.journalText().lines().toList();
          NodeList lines = parse(printed.receiptText());

          assertThat(lines.getLength()).isEqualTo(journal.size());
          for (int i = 0; i < journal.size(); i++) {
            assertSameText((Element) lines.item(i), journal.get(i));
          }
        });
  }

  @Test
  void printData_ofAnyCharacters_isWellFormed() {
    Seeds.each(
        TEXTS,
        seed -> {
          String receipt = print(new RandomTexts(seed).any(), ONE_HUNDRED).receiptText();

          assertThat(parse(receipt).getLength()).isEqualTo(LINES);
        });
  }

  private static void assertSameText(Element line, String journal) {
    String first = text(line, "Item1");
    String second = text(line, "Item2");
    switch (line.getAttribute("align")) {
      case "Split" -> {
        String gap = columns(first + second) < 32 ? " " : "";
        assertThat(first + gap + second).isEqualTo(journal);
      }
      case "" -> assertThat(journal).isEqualTo("-".repeat(32));
      default -> {
        String own = line.getFirstChild().getNodeValue();
        String whole = own.substring("\n\t\t\t".length(), own.length() - "\n\t\t\t".length());
        assertThat(whole.strip()).startsWith(journal.strip());
        assertThat(columns(whole) > 32 || whole.strip().equals(journal.strip())).isTrue();
      }
    }
  }

  private static String text(Element line, String item) {
    return line.getElementsByTagName(item).item(0).getTextContent();
  }

  private static NodeList parse(String xml)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getElementsByTagName("Line");
  }

  /**
   * Measures with the table of the texts; all other letters of a receipt are ASCII or full-width.
   */
  private static int columns(String printed) {
    return printed
        .codePoints()
        .map(c -> c < 0x80 ? 1 : RandomTexts.PRINTED.getOrDefault(Character.toString(c), 2))
        .sum();
  }

  private static Money money(long hundredths) {
    return new Money(BigDecimal.valueOf(hundredths, 2));
  }

  /** Hundredths of a yen as they must stand on the paper. */
  private static String printed(long hundredths) {
    String whole = String.format(Locale.ROOT, "%,d", hundredths / 100);
    String fraction = String.format(Locale.ROOT, ".%02d", hundredths % 100);
    return whole + fraction.replaceFirst("0$", "").replaceFirst("\\.0?$", "");
  }

  private static String journal(String text, Money price) {
    return print(text, price).journalText();
  }

  /** A return in which every free text is the given one. */
  private static PrintedReceipt print(String text, Money price) {
    Money paid = price.plus(Money.of(1));
    Origin origin =
        new Origin(
            SampleTransaction.EVENING,
            new LogPosition(SampleTransaction.TILL_9, 1),
            Optional.empty(),
            text,
            TransactionType.SALE,
            new IssuedNumbers(1, 111_111));
    return ReceiptPrinter.print(
        new SampleTransaction()
            .type(TransactionType.RETURN)
            .receipt(settings(text))
            .staffId("S" + text)
            .sales(sales(price.times(2).minus(ONE_HUNDRED), 10, 2, 0, 0))
            .lines(line(1, text, "01", price, 2), line(2, text, "12", 1, 1))
            .subtotalDiscounts(off(DiscountType.PERCENTAGE, "12.5", 100))
            .taxes(SampleTransaction.tax("01", TaxType.EXTERNAL, text, 10, 100))
            .payments(
                SampleTransaction.payment("01", PaymentKind.CASH, text, paid, paid),
                SampleTransaction.payment("11", PaymentKind.CASHLESS, text, 1, 1))
            .origin(origin)
            .make());
  }

  private static ReceiptSettings settings(String text) {
    return new ReceiptSettings(
        NumberRange.DEFAULT,
        Optional.of(text),
        List.of(new ReceiptNote(text, Alignment.CENTER), new ReceiptNote(text, Alignment.RIGHT)),
        List.of(new ReceiptNote(text, Alignment.LEFT)),
        LongItemNames.CUT);
  }
}
