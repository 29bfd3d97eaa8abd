package dev.poscart.domain.document;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartId;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Customer;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TaxType;
import dev.poscart.domain.model.TransactionType;
import dev.poscart.domain.port.PredecessorCarts.Copy;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads carts that kugelpos stored, in its Dapr state store and in its collection {@code
 * cache_cart}: both have the same form. This service writes none of them.
 */
public final class KugelposCart {

  /**
   * The decimal digits that a 64-bit binary floating-point number keeps. Kugelpos computes with
   * such numbers; digits beyond these are artefacts, as in 0.30000000000000004.
   */
  private static final MathContext DIGITS = new MathContext(15);

  private KugelposCart() {}

  /** What a cart's copy of an item says and its line does not. */
  private record MasterPrices(Money unitPrice, Optional<Money> storePrice) {}

  /**
   * Reads a cart; unknown fields are ignored. Of a closed one, only the status is read.
   *
   * @param document with numbers as exact decimals or integers
   * @throws IllegalStateException naming the path, if a field is missing or of the wrong type, or
   *     if the parts of the cart do not add up to its balance
   */
  public static Copy read(Map<String, Object> document) {
    return DocumentReader.read(exact(document), KugelposCart::copy);
  }

  private static Copy copy(DocumentReader document) {
    return switch (document.choice("status", CartStatus.class)) {
      case IDLE, ENTERING_ITEM, PAYING -> new Copy.Open(cart(document));
      case COMPLETED, CANCELLED -> new Copy.Closed();
    };
  }

  private static Cart cart(DocumentReader document) {
    Map<String, MasterPrices> prices = document.object("masters", KugelposCart::prices);
    Cart cart =
        new Cart(
            new CartId(document.text("cart_id")),
            PartyDocument.readTerminal(document),
            document.optionalText("store_name").orElse(""),
            document.choice("status", CartStatus.class),
            document.transactionType("transaction_type"),
            document.optionalObject("user", PartyDocument::readCustomer).orElse(Customer.UNKNOWN),
            document.text("business_date"),
            document.object("sales", sales -> sales.time("reference_date_time")),
            document.object("masters", KugelposCart::taxTable),
            CashRounding.NONE,
            document.list("line_items", line -> line(line, prices)),
            document.list("subtotal_discounts", DiscountDocument::read),
            document.list("taxes", TaxDocument::readAmount),
            document.list("payments", KugelposCart::payment),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    check(cart, document.money("balance_amount"));
    return cart;
  }

  private static Map<String, MasterPrices> prices(DocumentReader masters) {
    Map<String, MasterPrices> prices = new HashMap<>();
    masters.list(
        "items",
        item ->
            prices.put(
                item.text("item_code"),
                new MasterPrices(item.money("unit_price"), item.optionalMoney("store_price"))));
    return prices;
  }

  private static TaxTable taxTable(DocumentReader masters) {
    return new TaxTable(masters.list("taxes", KugelposCart::taxRule));
  }

  /** Kugelpos rounds to whole yen for a digit of 0 or less. */
  private static TaxRule taxRule(DocumentReader rule) {
    Optional<String> rounding = rule.optionalText("round_method");
    return new TaxRule(
        rule.text("tax_code"),
        rule.choice("tax_type", TaxType.class),
        rule.text("tax_name"),
        rule.decimal("rate"),
        Math.max(0, rule.optionalInteger("round_digit").orElse(0)),
        rounding.map(word -> rounding(rule, word)).orElse(RoundingMode.FLOOR));
  }

  private static RoundingMode rounding(DocumentReader rule, String word) {
    RoundingMode mode = KugelposRounding.MODES.get(word);
    if (mode == null) {
      throw rule.wrong("round_method", word, "one of " + KugelposRounding.MODES.keySet());
    }
    return mode;
  }

  private static LineItem line(DocumentReader line, Map<String, MasterPrices> prices) {
    return new LineItem(
        line.integer("line_no"),
        item(line, prices),
        line.money("unit_price"),
        line.flag("is_unit_price_changed")
            ? Optional.of(line.money("unit_price_original"))
            : Optional.empty(),
        line.integer("quantity"),
        line.money("amount"),
        line.list("discounts", DiscountDocument::read),
        line.list("discounts_allocated", DiscountDocument::read),
        line.flag("is_cancelled"),
        Optional.empty());
  }

  private static Item item(DocumentReader line, Map<String, MasterPrices> prices) {
    String code = line.text("item_code");
    MasterPrices price = prices.get(code);
    if (price == null) {
      throw line.wrong("item_code", code, "one of masters.items");
    }
    return new Item(
        code,
        line.optionalText("description").orElse(""),
        line.optionalText("description_short"),
        price.unitPrice(),
        price.storePrice(),
        line.optionalText("category_code").orElse(""),
        line.text("tax_code"),
        line.flagIfAny("is_discount_restricted").orElse(false),
        true);
  }

  private static Payment payment(DocumentReader payment) {
    String code = payment.text("payment_code");
    return new Payment(
        payment.integer("payment_no"),
        code,
        PaymentKind.ofUsualCode(code)
            .orElseThrow(() -> payment.wrong("payment_code", code, "a code known to kugelpos")),
        payment.optionalText("description").orElse(""),
        payment.money("deposit_amount"),
        payment.money("amount"),
        payment.optionalText("detail"));
  }

  /** A cart that does not add up has been damaged, or misunderstood here. */
  private static void check(Cart cart, Money balance) {
    if (cart.type() != TransactionType.SALE) {
      throw new IllegalArgumentException(
          "transaction_type: " + cart.type().code() + " (expected: 101, a sale)");
    }
    for (int i = 0; i < cart.lines().size(); i++) {
      if (cart.lines().get(i).lineNo() != i + 1) {
        throw new IllegalArgumentException(
            "line_no: " + cart.lines().get(i).lineNo() + " (expected: " + (i + 1) + ")");
      }
    }
    if (!cart.balanceDue().payable().equals(balance.payable())) {
      throw new IllegalArgumentException(
          "balance_amount: "
              + balance
              + " (expected: "
              + cart.balanceDue()
              + ", to which lines, discounts, taxes and payments add up)");
    }
  }

  /** Copies a document without empty fields and without artefacts of binary numbers. */
  private static Map<String, Object> exact(Map<?, ?> document) {
    Map<String, Object> exact = new HashMap<>();
    document.forEach(
        (key, value) -> {
          if (value != null) {
            exact.put(String.valueOf(key), exact(value));
          }
        });
    return exact;
  }

  private static Object exact(Object value) {
    if (value instanceof BigDecimal decimal) {
      return new Money(decimal.round(DIGITS)).amount();
    }
    if (value instanceof Map<?, ?> document) {
      return exact(document);
    }
    return value instanceof List<?> list ? list.stream().map(KugelposCart::exact).toList() : value;
  }
}
