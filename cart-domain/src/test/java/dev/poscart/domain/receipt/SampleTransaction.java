package dev.poscart.domain.receipt;

import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.LogPosition;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Origin;
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
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Makes transactions to print; by default an empty sale at till 9. */
final class SampleTransaction {

  static final TerminalKey TILL_9 = new TerminalKey("A1234", "5678", 9);
  static final OffsetDateTime EVENING = OffsetDateTime.parse("2026-11-23T18:27:03.415939+09:00");

  private TransactionType type = TransactionType.SALE;
  private IssuedNumbers numbers = new IssuedNumbers(1, 111_111);
  private String staffId = "S001";
  private Sales sales = sales(0, 0, 0, 0, 0);
  private List<LineItem> lines = List.of();
  private List<Payment> payments = List.of();
  private List<TaxAmount> taxes = List.of();
  private List<Discount> subtotalDiscounts = List.of();
  private Optional<Origin> origin = Optional.empty();
  private ReceiptSettings receipt = ReceiptSettings.DEFAULT;

  SampleTransaction type(TransactionType value) {
    type = value;
    return this;
  }

  SampleTransaction numbers(int transactionNo, int receiptNo) {
    numbers = new IssuedNumbers(transactionNo, receiptNo);
    return this;
  }

  SampleTransaction staffId(String value) {
    staffId = value;
    return this;
  }

  SampleTransaction sales(Sales value) {
    sales = value;
    return this;
  }

  SampleTransaction lines(LineItem... values) {
    lines = List.of(values);
    return this;
  }

  SampleTransaction payments(Payment... values) {
    payments = List.of(values);
    return this;
  }

  SampleTransaction taxes(TaxAmount... values) {
    taxes = List.of(values);
    return this;
  }

  SampleTransaction subtotalDiscounts(Discount... values) {
    subtotalDiscounts = List.of(values);
    return this;
  }

  SampleTransaction origin(Origin value) {
    origin = Optional.of(value);
    return this;
  }

  SampleTransaction receipt(ReceiptSettings value) {
    receipt = value;
    return this;
  }

  Transaction make() {
    return new Transaction(
        TILL_9,
        numbers,
        type,
        "cart:c1",
        "みなと店",
        new TerminalSession("20261123", 1, 7),
        EVENING,
        Customer.UNKNOWN,
        sales,
        lines,
        payments,
        taxes,
        subtotalDiscounts,
        origin,
        new Staff(staffId, "スタッフ太郎"),
        receipt,
        "",
        "",
        "00000000-0000-4000-8000-000000000001",
        Optional.empty());
  }

  static Sales sales(long total, long externalTax, int pieces, long change, long stampDuty) {
    return sales(Money.of(total), externalTax, pieces, change, stampDuty);
  }

  static Sales sales(Money total, long externalTax, int pieces, long change, long stampDuty) {
    return new Sales(
        EVENING,
        total,
        total.plus(Money.of(externalTax)),
        Money.of(externalTax),
        pieces,
        Money.of(change),
        Money.ZERO,
        false,
        Money.ZERO,
        Money.of(stampDuty),
        Money.ZERO);
  }

  static Sales cancelled(Sales sales) {
    return new Sales(
        sales.referenceAt(),
        sales.total(),
        sales.totalWithTax(),
        sales.externalTax(),
        sales.totalQuantity(),
        sales.change(),
        sales.discountTotal(),
        true,
        sales.stampDutyTarget(),
        sales.stampDuty(),
        sales.cashRounding());
  }

  static LineItem line(int lineNo, String name, String taxCode, long unitPrice, int quantity) {
    return line(lineNo, name, taxCode, Money.of(unitPrice), quantity);
  }

  static LineItem line(int lineNo, String name, String taxCode, Money unitPrice, int quantity) {
    Item item =
        new Item(
            "item-" + lineNo,
            name,
            Optional.empty(),
            unitPrice,
            Optional.empty(),
            "C1",
            taxCode,
            false,
            true);
    return LineItem.entered(lineNo, item, unitPrice, quantity);
  }

  static Discount off(DiscountType type, String value, long amount) {
    return new Discount(
        type, new BigDecimal(value), Money.of(amount), Optional.empty(), Optional.empty());
  }

  static TaxAmount tax(String code, TaxType type, String name, long amount, long target) {
    return new TaxAmount(1, code, type, name, Money.of(amount), Money.of(target), 1);
  }

  static Payment cash(long tenderedAmount, long amount) {
    return payment("01", PaymentKind.CASH, "現金", tenderedAmount, amount);
  }

  static Payment cashless(long tenderedAmount, long amount) {
    return payment("11", PaymentKind.CASHLESS, "キャッシュレス", tenderedAmount, amount);
  }

  static Payment payment(
      String code, PaymentKind kind, String name, long tenderedAmount, long amount) {
    return payment(code, kind, name, Money.of(tenderedAmount), Money.of(amount));
  }

  static Payment payment(
      String code, PaymentKind kind, String name, Money tenderedAmount, Money amount) {
    return new Payment(1, code, kind, name, tenderedAmount, amount, Optional.empty());
  }

  static Origin origin(TransactionType type, int transactionNo, int receiptNo) {
    return new Origin(
        EVENING,
        new LogPosition(TILL_9, transactionNo),
        Optional.of(7),
        "みなと店",
        type,
        new IssuedNumbers(transactionNo, receiptNo));
  }

  /** Its journal text. */
  static String journal(SampleTransaction transaction) {
    return ReceiptPrinter.print(transaction.make()).journalText();
  }
}
