package dev.poscart.adapters.http;

import dev.poscart.domain.model.ChainLink;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.ReceiptSettings;
import dev.poscart.domain.model.Sales;
import dev.poscart.domain.model.Staff;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.model.TerminalSession;
import dev.poscart.domain.model.Transaction;
import dev.poscart.domain.model.TransactionType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A sale worked out by hand, as a transaction and as the event for peer services:
 *
 * <pre>
 * りんご    100 x 3                        300  external 10 %, 18 of the 100 yen of points
 * ジュース    98 x 1 (was 108)               98  internal  8 %,  6
 * 本       500 x 3 less 15 % less 7     1,268  internal 10 %, 76
 * 切手       84 x 1, cancelled
 * less 100: 1,566   taxes: 282 x 10 % = 28, 92 x 8 / 108 = 6, 1,192 x 10 / 110 = 108
 * with external tax 1,594: cashless 500, cash 2,000 handed over, 1,094 taken, 906 back
 * discounts: 225 + 7 + 100 = 332
 * </pre>
 */
final class HandWorkedSale {

  static final Transaction TRANSACTION =
      new Transaction(
          new TerminalKey("A1234", "5678", 9),
          new IssuedNumbers(1, 111_111),
          TransactionType.SALE,
          "cart:1",
          "テスト店",
          new TerminalSession("20251123", 1, 7),
          OffsetDateTime.parse("2026-11-23T18:27:03.415939+09:00"),
          new Customer(Optional.of("U1"), Optional.of("客")),
          new Sales(
              OffsetDateTime.parse("2026-11-23T18:27:02.838957+09:00"),
              Money.of(1566),
              Money.of(1594),
              Money.of(28),
              7,
              Money.of(906),
              Money.of(332),
              false,
              Money.ZERO,
              Money.ZERO,
              Money.ZERO),
          List.of(apples(), juice(), books(), stamp()),
          List.of(
              new Payment(
                  1,
                  "11",
                  PaymentKind.CASHLESS,
                  "キャッシュレス",
                  Money.of(500),
                  Money.of(500),
                  Optional.of("VISA")),
              new Payment(
                  2,
                  "01",
                  PaymentKind.CASH,
                  "現金",
                  Money.of(2000),
                  Money.of(1094),
                  Optional.empty())),
          List.of(
              tax(1, "01", TaxType.EXTERNAL, "外税10%", 28, 282, 3),
              tax(2, "12", TaxType.INTERNAL, "内税 8%", 6, 92, 1),
              tax(3, "02", TaxType.INTERNAL, "内税10%", 108, 1192, 3)),
          List.of(points(100)),
          Optional.empty(),
          new Staff("S001", "スタッフ太郎"),
          ReceiptSettings.DEFAULT,
          "<PrintData/>\n",
          "レジNo. 9\n",
          "fce1eb22-c0d1-4187-b890-7f1379aefb0e",
          Optional.of(new ChainLink(Optional.of(1), "not told to peer services", "nor this")));

  private HandWorkedSale() {}

  /** The expected event, without the line breaks and blanks of the file. */
  static byte[] json() {
    try (InputStream in =
        Objects.requireNonNull(HandWorkedSale.class.getResourceAsStream("event-sale.json"))) {
      String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return lines.replaceAll("\\R *", "").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LineItem apples() {
    return line(1, item("A", "りんご", "C1", 100, "01"), 100, Optional.empty(), 3, 300, List.of(), 18);
  }

  private static LineItem juice() {
    return line(
        2, item("J", "ジュース", "C2", 108, "12"), 98, Optional.of(Money.of(108)), 1, 98, List.of(), 6);
  }

  private static LineItem books() {
    List<Discount> discounts =
        List.of(
            new Discount(
                DiscountType.PERCENTAGE,
                BigDecimal.valueOf(15),
                Money.of(225),
                Optional.of("d1"),
                Optional.empty()),
            new Discount(
                DiscountType.AMOUNT,
                BigDecimal.valueOf(7),
                Money.of(7),
                Optional.empty(),
                Optional.empty()));
    return line(3, item("B", "本", "C3", 500, "02"), 500, Optional.empty(), 3, 1268, discounts, 76);
  }

  private static LineItem stamp() {
    return new LineItem(
        4,
        item("E", "切手", "C4", 84, "00"),
        Money.of(84),
        Optional.empty(),
        1,
        Money.of(84),
        List.of(),
        List.of(),
        true,
        Optional.empty());
  }

  private static LineItem line(
      int no,
      Item item,
      int price,
      Optional<Money> original,
      int quantity,
      int amount,
      List<Discount> discounts,
      int points) {
    return new LineItem(
        no,
        item,
        Money.of(price),
        original,
        quantity,
        Money.of(amount),
        discounts,
        List.of(points(points)),
        false,
        Optional.empty());
  }

  private static Item item(String code, String name, String category, int price, String taxCode) {
    return new Item(
        code,
        name,
        Optional.empty(),
        Money.of(price),
        Optional.empty(),
        category,
        taxCode,
        false,
        true);
  }

  private static Discount points(int share) {
    return new Discount(
        DiscountType.AMOUNT,
        BigDecimal.valueOf(100),
        Money.of(share),
        Optional.of("pt"),
        Optional.empty());
  }

  private static TaxAmount tax(
      int no, String code, TaxType type, String name, int amount, int target, int quantity) {
    return new TaxAmount(no, code, type, name, Money.of(amount), Money.of(target), quantity);
  }
}
