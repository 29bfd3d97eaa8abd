package dev.poscart.domain.simulation;

import static dev.poscart.domain.fixtures.PaymentMethodTestData.method;

import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Setting;
import dev.poscart.domain.model.Store;
import dev.poscart.domain.model.StoreKey;
import dev.poscart.domain.model.TerminalKey;
import dev.poscart.domain.sale.PaymentRules;
import dev.poscart.domain.sale.RefundTo;
import dev.poscart.domain.sale.TenderRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Two tenants; one has a store with three tills and one with one, the other has one till. */
final class Shops {

  static final List<String> TENANTS = List.of("A1234", "B9999");

  static final List<TerminalKey> TILLS =
      List.of(
          new TerminalKey("A1234", "5678", 1),
          new TerminalKey("A1234", "5678", 2),
          new TerminalKey("A1234", "5678", 3),
          new TerminalKey("A1234", "0001", 1),
          new TerminalKey("B9999", "5678", 1));

  private static final String[] TAX_CODES = {"00", "01", "02", "11", "12"};

  /** A voucher without change, and the usual methods. */
  static final Map<String, PaymentMethod> METHODS = methods();

  private final Sessions sessions;
  private final PaymentRules rules;
  private int lastReceipt = 7;

  Shops(Sessions sessions, CashRounding cashRounding) {
    this.sessions = sessions;
    this.rules =
        new PaymentRules(TenderRules.FLAGS, RefundTo.ANY, cashRounding, Set.of("01", "13"));
  }

  Sessions sessions() {
    return sessions;
  }

  PaymentRules rules() {
    return rules;
  }

  /** The back office changes the range of receipt numbers. */
  void changeReceiptNumbers(int last) {
    lastReceipt = last;
  }

  List<Setting> settings() {
    return List.of(
        new Setting("RECEIPT_NO_START_VALUE", Optional.of("3"), List.of()),
        new Setting("RECEIPT_NO_END_VALUE", Optional.of("" + lastReceipt), List.of()));
  }

  static List<Promotion> promotions() {
    return List.of(SaleTestData.categoryDiscount("P1", "10", "C0"));
  }

  static Store store(StoreKey key) {
    return new Store(key, "テスト店");
  }

  /** Any code is an item whose properties follow from its number, unless it begins with X. */
  static Optional<Item> item(String code) {
    if (code.startsWith("X")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(code.substring(1));
    String price = price(number).toString();
    String tax = TAX_CODES[number % TAX_CODES.length];
    Item item =
        number % 11 == 0
            ? SaleTestData.restrictedItem(code, price, tax)
            : SaleTestData.item(code, price, tax);
    return Optional.of(SaleTestData.inCategory(item, "C" + number % 4));
  }

  /** Mostly whole yen. */
  static Money price(int number) {
    String[] fractions = {"", "", "", ".45", ".5"};
    return Money.of((1 + number * 7919 % 3_000) + fractions[number % fractions.length]);
  }

  private static Map<String, PaymentMethod> methods() {
    Map<String, PaymentMethod> methods = new TreeMap<>(SaleTestData.METHODS);
    methods.put("13", method("13", PaymentKind.OTHER).over(OverTender.KEPT).make());
    return methods;
  }
}
