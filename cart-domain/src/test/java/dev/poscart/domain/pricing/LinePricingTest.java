package dev.poscart.domain.pricing;

import static dev.poscart.domain.fixtures.SaleTestData.PER_LINE;
import static dev.poscart.domain.fixtures.SaleTestData.amounts;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinePricingTest {

  private static final DiscountRounding PER_PIECE = PricingRules.DEFAULT.discountRounding();

  @ParameterizedTest
  @CsvSource({
    // 15 yen of 100 yen, three times.
    "100, 3, 15, 45, 255",
    // 7.05 yen of 70.5 yen, rounded to 7, five times.
    "70.5, 5, 10, 35, 317.5",
    "100, 3, 0, 0, 300",
    "100, 3, 100, 300, 0",
    "5, 1, 10, 1, 4",
    "4, 1, 10, 0, 4",
    "100, 2, 7.5, 16, 184",
    // Half a yen rounds up to one, but no more than the price is taken off.
    "0.5, 4, 100, 2, 0"
  })
  void percentage_isRoundedPerPiece(
      String price, int quantity, String percent, String discount, String amount) {
    LineItem priced = price(price, quantity, PER_PIECE, percent(percent));

    assertThat(amounts(priced.discounts())).containsExactly(discount);
    assertThat(priced.amount()).hasToString(amount);
  }

  @ParameterizedTest
  @CsvSource({
    // Half a yen of each of 100 pieces is 50 yen of the line.
    "5, 100, 10, 50, 450",
    "100, 3, 15, 45, 255",
    // 35.25 yen of 352.5 yen.
    "70.5, 5, 10, 35, 317.5",
    // Half a yen of the line rounds up.
    "1, 5, 10, 1, 4",
    "1, 4, 10, 0, 4",
    // A yen and a half rounds up to two, but no more than the line is taken off.
    "0.5, 3, 100, 1.5, 0"
  })
  void percentage_isRoundedPerLine_ifConfigured(
      String price, int quantity, String percent, String discount, String amount) {
    LineItem priced = price(price, quantity, PER_LINE.discountRounding(), percent(percent));

    assertThat(amounts(priced.discounts())).containsExactly(discount);
    assertThat(priced.amount()).hasToString(amount);
  }

  /** 10 % of 495 yen are 49.5, 20 % of the 445 left are 89; the yen by hand come last. */
  @Test
  void percentagesPerLine_compoundInOrder() {
    LineItem priced =
        price("99", 5, PER_LINE.discountRounding(), percent("10"), yen("7"), percent("20"));

    assertThat(amounts(priced.discounts())).containsExactly("50", "7", "89");
    assertThat(priced.amount()).isEqualTo(Money.of(349));
  }

  @Test
  void percentages_compoundInOrder() {
    LineItem priced = price("99", 3, PER_PIECE, percent("10"), percent("20"));

    assertThat(amounts(priced.discounts())).containsExactly("30", "54");
    assertThat(priced.amount()).isEqualTo(Money.of(213));
  }

  @ParameterizedTest
  @CsvSource({
    // 10 percent of 25 yen is 2.5 yen a piece and 7.5 yen of three.
    "HALF_UP, PIECE, 9",
    "FLOOR, PIECE, 6",
    "CEILING, PIECE, 9",
    "HALF_UP, LINE, 8",
    "FLOOR, LINE, 7",
    "CEILING, LINE, 8"
  })
  void roundingMode_isConfigurable(RoundingMode mode, DiscountRounding.Unit unit, String discount) {
    DiscountRounding rounding = new DiscountRounding(mode, unit);

    assertThat(amounts(price("25", 3, rounding, percent("10")).discounts()))
        .containsExactly(discount);
  }

  @Test
  void amounts_areForTheWholeLine_andComeAfterPercentages() {
    LineItem priced = price("500", 3, PER_PIECE, yen("7"), percent("15"));

    assertThat(amounts(priced.discounts())).containsExactly("7", "225");
    assertThat(priced.amount()).isEqualTo(Money.of(1268));
  }

  @Test
  void amountsUpToTheLineAmount_areAccepted() {
    assertThat(price("100", 1, PER_PIECE, yen("60"), yen("40")).amount()).isEqualTo(Money.ZERO);
  }

  @Test
  void amountsExceedingTheLineTogether_areRefused() {
    assertThat(refusalOf(() -> price("100", 1, PER_PIECE, yen("60"), yen("40.01"))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_LINE);
    assertThat(refusalOf(() -> price("100", 1, PER_PIECE, percent("50"), yen("51"))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_LINE);
  }

  private static LineItem price(
      String price, int quantity, DiscountRounding rounding, Discount... discounts) {
    LineItem line = line(1, price, quantity, "01");
    return LinePricing.price(line.withDiscounts(line.amount(), List.of(discounts)), rounding);
  }

  private static Discount percent(String value) {
    return discount(DiscountType.PERCENTAGE, value);
  }

  private static Discount yen(String value) {
    return discount(DiscountType.AMOUNT, value);
  }

  private static Discount discount(DiscountType type, String value) {
    return new Discount(
        type, new BigDecimal(value), Money.ZERO, Optional.empty(), Optional.empty());
  }
}
