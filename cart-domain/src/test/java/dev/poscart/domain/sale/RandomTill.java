package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.DISCOUNTING;
import static dev.poscart.domain.fixtures.SaleTestData.METHODS;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.categoryDiscount;
import static dev.poscart.domain.fixtures.SaleTestData.inCategory;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.restrictedItem;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A cashier who presses keys at random: mostly such as the state of the cart allows, with values
 * inside the bounds. The same seed presses the same keys.
 */
public final class RandomTill {

  private static final String[] CATEGORIES = {"C1", "C2", "C3"};
  private static final String[] TAX_CODES = {"00", "01", "02", "11", "12"};

  /** What may be answered to input within its bounds; anything else is a fault. */
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
          Refusal.DEPOSIT_EXCEEDS_BALANCE);

  private final Random random;
  private Cart cart;
  private List<Promotion> running = List.of();
  private Optional<Integer> discounted = Optional.empty();
  private List<Tender> handed = List.of();
  private Key pressed = Key.ITEMS;
  private Optional<Refusal> refused = Optional.empty();

  /** What can be pressed. */
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
    this.cart = idleCart("random-" + seed);
  }

  /** The promotions that ran when the last key was pressed. */
  List<Promotion> running() {
    return running;
  }

  /** The line whose discounts the last key replaced, unless it was refused. */
  Optional<Integer> discounted() {
    return discounted;
  }

  /** The key that was pressed last. */
  Key pressed() {
    return pressed;
  }

  /** Why the last key was refused; empty: it was not. */
  Optional<Refusal> refused() {
    return refused;
  }

  /** What was handed over with the last key for tenders, refused or not. */
  List<Tender> handed() {
    return handed;
  }

  /** The cart after one more key; the same as before if the key was refused. */
  public Cart press() {
    discounted = Optional.empty();
    if (random.nextInt(4) == 0) {
      running = promotions();
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

  /** Now and then a key that does not fit the state. */
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
      case PRICE -> till().changeUnitPrice(cart, lineNo(), price());
      case CANCEL_LINE -> till().cancelLine(cart, lineNo());
      case LINE_DISCOUNTS -> lineDiscounts(lineNo());
      case TENDERS -> tenders();
      case SUBTOTAL -> till().subtotal(cart);
      case SUBTOTAL_DISCOUNTS -> discounting().discountSubtotal(cart, discounts(3_000));
      case RESUME -> till().resume(cart);
    };
  }

  private Till till() {
    return TILL.during(running);
  }

  private Discounting discounting() {
    return DISCOUNTING.during(running);
  }

  private List<Promotion> promotions() {
    List<Promotion> promotions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String rate = new String[] {"0.5", "10", "12.25", "33", "100"}[random.nextInt(5)];
      promotions.add(categoryDiscount("P" + random.nextInt(1_000), rate, category(), category()));
    }
    return promotions;
  }

  private String category() {
    return CATEGORIES[random.nextInt(CATEGORIES.length)];
  }

  private Cart lineDiscounts(int lineNo) {
    Cart changed = discounting().discountLine(cart, lineNo, discounts(300));
    discounted = Optional.of(lineNo);
    return changed;
  }

  private Cart items() {
    Map<String, Item> items = new HashMap<>();
    List<ItemEntry> entries = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      String taxCode = TAX_CODES[random.nextInt(TAX_CODES.length)];
      boolean restricted = random.nextInt(5) == 0;
      String category = category();
      String code = taxCode + category + restricted;
      Item item = restricted ? restrictedItem(code, "120", taxCode) : item(code, "100", taxCode);
      items.put(code, inCategory(item, category));
      Optional<Money> price = random.nextBoolean() ? Optional.of(price()) : Optional.empty();
      entries.add(new ItemEntry(code, 1 + random.nextInt(12), price));
    }
    TILL.checkEntries(entries);
    return till().enter(cart, entries, items);
  }

  private Cart tenders() {
    List<Tender> tenders = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      String code = random.nextBoolean() ? "01" : "11";
      BigDecimal most = cart.balance().amount().max(BigDecimal.ONE).movePointRight(2);
      long hundredths = 1 + random.nextLong(most.longValueExact() + 5_000);
      boolean exact = random.nextInt(4) == 0 && cart.balance().isPositive();
      tenders.add(
          new Tender(code, exact ? cart.balance() : hundredths(hundredths), Optional.empty()));
    }
    TILL.checkTenders(tenders);
    handed = List.copyOf(tenders);
    return till().pay(cart, tenders, METHODS);
  }

  private List<DiscountEntry> discounts(int mostYen) {
    List<DiscountEntry> entries = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean percentage = random.nextBoolean();
      BigDecimal value =
          percentage
              ? BigDecimal.valueOf(random.nextInt(201), 0).divide(BigDecimal.valueOf(2))
              : hundredths(random.nextInt(mostYen * 100)).amount();
      DiscountType type = percentage ? DiscountType.PERCENTAGE : DiscountType.AMOUNT;
      entries.add(new DiscountEntry(type, value, Optional.empty()));
    }
    DISCOUNTING.checkEntries(entries);
    return entries;
  }

  private Money price() {
    return hundredths(random.nextInt(200_000));
  }

  /** Whole yen half of the time, then tenths, then hundredths. */
  private Money hundredths(long hundredths) {
    long unit = new long[] {100, 100, 10, 1}[random.nextInt(4)];
    return new Money(BigDecimal.valueOf(Math.max(1, hundredths / unit) * unit, 2));
  }

  private int lineNo() {
    return 1 + random.nextInt(cart.lines().size() + 1);
  }
}
