package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.PaymentMethodTestData.method;
import static dev.poscart.domain.fixtures.SaleTestData.PER_LINE;

import dev.poscart.domain.fixtures.PaymentMethodTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.OverTender;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.PaymentMethod;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.pricing.PricingRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A cashier who makes random input: mostly what the state of the cart allows, with values within
 * the bounds. The same seed gives the same input and the same rules.
 */
public final class RandomTill {

  /** The permitted refusals of input within its bounds; any other is a fault. */
  private static final Set<Refusal> EXPECTED =
      Set.of(
          Refusal.INVALID_OPERATION,
          Refusal.NOT_FOUND,
          Refusal.DISCOUNT_EXCEEDS_LINE,
          Refusal.DISCOUNT_EXCEEDS_BALANCE,
          Refusal.DISCOUNT_NOT_ALLOCATED,
          Refusal.DISCOUNT_RESTRICTED,
          Refusal.BALANCE_ZERO,
          Refusal.BALANCE_NEGATIVE,
          Refusal.TENDER_EXCEEDS_BALANCE,
          Refusal.CASH_NOT_WHOLE);

  /** Cash 01, card 11, voucher 13 without change, voucher 14 with change. */
  static final Map<String, PaymentMethod> METHODS =
      PaymentMethodTestData.byCode(
          method("01", PaymentKind.CASH),
          method("11", PaymentKind.CASHLESS),
          method("13", PaymentKind.OTHER).over(OverTender.KEPT),
          method("14", PaymentKind.OTHER).over(OverTender.CHANGE));

  private final Random random;
  private final RandomInput input;
  private final PricingRules rules;
  private final Till till;
  private final Discounting discounting;
  private Cart cart;
  private List<Promotion> running = List.of();
  private Optional<Integer> discounted = Optional.empty();
  private List<Tender> handed = List.of();
  private Key pressed = Key.ITEMS;
  private Optional<Refusal> refused = Optional.empty();

  /** The possible inputs. */
  enum Key {
    ITEMS,
    QUANTITY,
    PRICE,
    CANCEL_LINE,
    LINE_DISCOUNTS,
    TENDERS,
    SUBTOTAL,
    SUBTOTAL_DISCOUNTS,
    RESUME
  }

  public RandomTill(long seed) {
    this.random = new Random(seed);
    this.input = new RandomInput(random);
    this.rules = seed % 2 == 0 ? PricingRules.DEFAULT : PER_LINE;
    this.till = new Till(new Calculation(rules), TillLimits.DEFAULT, TenderRules.FLAGS);
    this.discounting = new Discounting(new Calculation(rules), TillLimits.DEFAULT);
    this.cart = idleCart("random-" + seed, cashRounding(seed));
  }

  /** Independent of the discount rules, so that all combinations occur. */
  static CashRounding cashRounding(long seed) {
    return seed / 2 % 2 == 0 ? CashRounding.YEN : CashRounding.NONE;
  }

  /** The rules of the shop. */
  PricingRules rules() {
    return rules;
  }

  /** The promotions that ran at the last input. */
  List<Promotion> running() {
    return running;
  }

  /** The line whose discounts the last input replaced, unless it was refused. */
  Optional<Integer> discounted() {
    return discounted;
  }

  /** The last input. */
  Key pressed() {
    return pressed;
  }

  /** Why the last input was refused; empty if it was not. */
  Optional<Refusal> refused() {
    return refused;
  }

  /** The tenders of the last payment, refused or not. */
  List<Tender> handed() {
    return handed;
  }

  /** The cart after one more input; unchanged if the input was refused. */
  public Cart press() {
    discounted = Optional.empty();
    if (random.nextInt(4) == 0) {
      running = input.promotions();
    }
    pressed = key();
    refused = Optional.empty();
    try {
      cart = press(pressed);
    } catch (Refused e) {
      if (!EXPECTED.contains(e.refusal())) {
        throw new AssertionError("refused with " + e.refusal() + ": " + e.detail(), e);
      }
      refused = Optional.of(e.refusal());
    }
    return cart;
  }

  /** Occasionally an input that the state does not allow. */
  private Key key() {
    if (random.nextInt(12) == 0) {
      return Key.values()[random.nextInt(Key.values().length)];
    }
    return cart.status() == CartStatus.PAYING ? payingKey() : enteringKey();
  }

  private Key enteringKey() {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> Key.ITEMS;
      case 3 -> Key.QUANTITY;
      case 4 -> Key.PRICE;
      case 5 -> random.nextInt(3) == 0 ? Key.CANCEL_LINE : Key.ITEMS;
      case 6, 7 -> Key.LINE_DISCOUNTS;
      case 8 -> random.nextInt(3) == 0 ? Key.TENDERS : Key.ITEMS;
      default -> Key.SUBTOTAL;
    };
  }

  private Key payingKey() {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> Key.SUBTOTAL_DISCOUNTS;
      case 4, 5, 6 -> Key.TENDERS;
      default -> Key.RESUME;
    };
  }

  private Cart press(Key key) {
    return switch (key) {
      case ITEMS -> items();
      case QUANTITY -> till().changeQuantity(cart, lineNo(), 1 + random.nextInt(30));
      case PRICE -> till().changeUnitPrice(cart, lineNo(), input.price());
      case CANCEL_LINE -> till().cancelLine(cart, lineNo());
      case LINE_DISCOUNTS -> lineDiscounts(lineNo());
      case TENDERS -> tenders();
      case SUBTOTAL -> till().subtotal(cart);
      case SUBTOTAL_DISCOUNTS -> discounting().discountSubtotal(cart, discounts(3_000));
      case RESUME -> till().resume(cart);
    };
  }

  private Till till() {
    return till.during(running);
  }

  private Discounting discounting() {
    return discounting.during(running);
  }

  private Cart lineDiscounts(int lineNo) {
    Cart changed = discounting().discountLine(cart, lineNo, discounts(300));
    discounted = Optional.of(lineNo);
    return changed;
  }

  private Cart items() {
    List<Item> items = new ArrayList<>();
    List<ItemEntry> entries = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      Item item = input.item();
      items.add(item);
      entries.add(input.entry(item.itemCode()));
    }
    till.checkEntries(entries);
    return till().enter(cart, entries, byCode(items));
  }

  private static Map<String, Item> byCode(List<Item> items) {
    Map<String, Item> byCode = new HashMap<>();
    items.forEach(item -> byCode.put(item.itemCode(), item));
    return byCode;
  }

  private Cart tenders() {
    List<Tender> tenders = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      tenders.add(input.tender(cart));
    }
    till.checkTenders(tenders);
    handed = List.copyOf(tenders);
    return till().pay(cart, tenders, METHODS);
  }

  private List<DiscountEntry> discounts(int maxYen) {
    List<DiscountEntry> entries = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      entries.add(input.discount(maxYen));
    }
    discounting.checkEntries(entries);
    return entries;
  }

  private int lineNo() {
    return 1 + random.nextInt(cart.lines().size() + 1);
  }
}
