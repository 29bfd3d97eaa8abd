package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.categoryDiscount;
import static dev.poscart.domain.fixtures.SaleTestData.inCategory;
import static dev.poscart.domain.fixtures.SaleTestData.restrictedItem;

import dev.poscart.domain.code.CodeReading;
import dev.poscart.domain.fixtures.SaleTestData;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.Item;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Input of a random till, always within the bounds. */
final class RandomInput {

  private static final String[] CATEGORIES = {"C1", "C2", "C3"};
  private static final String[] TAX_CODES = {"00", "01", "02", "11", "12"};

  private final Random random;

  RandomInput(Random random) {
    this.random = random;
  }

  /**
   * An item with a random tax code and category, sometimes restricted; its code encodes all three.
   */
  Item item() {
    String taxCode = TAX_CODES[random.nextInt(TAX_CODES.length)];
    boolean restricted = random.nextInt(5) == 0;
    String category = category();
    String code = taxCode + category + restricted;
    Item item =
        restricted ? restrictedItem(code, "120", taxCode) : SaleTestData.item(code, "100", taxCode);
    return inCategory(item, category);
  }

  ItemEntry entry(String itemCode) {
    Optional<Money> price = random.nextBoolean() ? Optional.of(price()) : Optional.empty();
    return new ItemEntry(CodeReading.of(itemCode), 1 + random.nextInt(12), price);
  }

  /** The balance due, exactly or without its fraction, or less, or up to 50 yen more. */
  Tender tender(Cart cart) {
    String code = new String[] {"01", "01", "01", "11", "11", "13", "14"}[random.nextInt(7)];
    BigDecimal max = cart.balanceDue().amount().max(BigDecimal.ONE).movePointRight(2);
    Money any = hundredths(1 + random.nextLong(max.longValueExact() + 5_000));
    Money left = code.equals("01") ? cart.cashDue() : cart.balanceDue();
    Money exact = random.nextBoolean() ? left : left.rounded(0, RoundingMode.FLOOR);
    boolean isExact = random.nextInt(4) == 0 && exact.isPositive();
    return new Tender(code, isExact ? exact : any, Optional.empty());
  }

  /** Up to 100 percent or as many yen. */
  DiscountEntry discount(int maxYen) {
    boolean percentage = random.nextBoolean();
    BigDecimal value =
        percentage
            ? BigDecimal.valueOf(random.nextInt(201), 0).divide(BigDecimal.valueOf(2))
            : hundredths(random.nextInt(maxYen * 100)).amount();
    DiscountType type = percentage ? DiscountType.PERCENTAGE : DiscountType.AMOUNT;
    return new DiscountEntry(type, value, Optional.empty());
  }

  List<Promotion> promotions() {
    List<Promotion> promotions = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String rate = new String[] {"0.5", "10", "12.25", "33", "100"}[random.nextInt(5)];
      promotions.add(categoryDiscount("P" + random.nextInt(1_000), rate, category(), category()));
    }
    return promotions;
  }

  Money price() {
    return hundredths(random.nextInt(200_000));
  }

  private String category() {
    return CATEGORIES[random.nextInt(CATEGORIES.length)];
  }

  /** Whole yen half of the time, then tenths, then hundredths. */
  private Money hundredths(long hundredths) {
    long unit = new long[] {100, 100, 10, 1}[random.nextInt(4)];
    return new Money(BigDecimal.valueOf(Math.max(1, hundredths / unit) * unit, 2));
  }
}
