package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.DISCOUNTING;
import static dev.poscart.domain.fixtures.SaleTestData.METHODS;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.categoryDiscount;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.entry;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.percentOff;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static dev.poscart.domain.fixtures.SaleTestData.restrictedLine;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.Discount.PromotionReference;
import dev.poscart.domain.model.DiscountType;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import dev.poscart.domain.model.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promotions in a sale. All items are of category C1. */
class PromotedSaleTest {

  private static final Promotion TWENTY = categoryDiscount("P20", "20", "C0", "C1");
  private static final Promotion THIRTY = categoryDiscount("P30", "30", "C1");

  @Test
  void enteredItem_getsTheDiscountOfItsCategory() {
    Cart cart =
        during(TWENTY)
            .enter(entering(), List.of(entry("I1", 3)), Map.of("I1", item("I1", "99", "00")));

    assertThat(cart.lines().get(0).discounts())
        .containsExactly(
            new Discount(
                DiscountType.PERCENTAGE,
                new BigDecimal("20"),
                Money.of(60),
                Optional.of("offer P20"),
                Optional.of(new PromotionReference("P20", "category_discount"))));
    assertThat(cart.total()).isEqualTo(Money.of(237));
  }

  @Test
  void promotion_comesAfterManualDiscounts() {
    Cart cart =
        discounting(TWENTY)
            .discountLine(entering(line(1, "99", 3, "00")), 1, List.of(percentOff("10")));

    assertThat(told(cart)).containsExactly("10% 30", "P20 20% 54");
    assertThat(cart.total()).isEqualTo(Money.of(213));
  }

  @Test
  void ofSeveralPromotions_theHighestRateApplies_thenTheFirstListed() {
    Promotion same = categoryDiscount("Q30", "30.0", "C1");
    assertThat(told(touched(line(1, "100", 1, "00"), TWENTY, THIRTY, same)))
        .containsExactly("P30 30% 30");
  }

  @Test
  void otherCategories_unknownKinds_andZeroRates_giveNoDiscount() {
    Promotion unknown =
        new Promotion(
            "X",
            "buy_two",
            "x",
            Optional.empty(),
            Optional.empty(),
            true,
            List.of(),
            List.of("C1"),
            BigDecimal.TEN);
    Promotion[] useless = {
      categoryDiscount("P1", "50", "C2"),
      categoryDiscount("P2", "50"),
      categoryDiscount("P3", "100.01", "C1"),
      categoryDiscount("P4", "-1", "C1"),
      unknown
    };
    assertThat(told(touched(line(1, "100", 1, "00"), useless))).isEmpty();
  }

  @Test
  void restrictedAndCancelledLines_getNoPromotion() {
    Cart cart =
        during(TWENTY)
            .changeQuantity(
                entering(
                    restrictedLine(1, "100", 1, "00"),
                    line(2, "100", 1, "00").asCancelled(),
                    line(3, "100", 1, "00")),
                3,
                2);

    assertThat(cart.lines()).extracting(line -> line.discounts().size()).containsExactly(0, 0, 1);
  }

  @Test
  void promotion_staysWhenItEnds_andWhenABetterOneStarts() {
    Cart promoted = touched(line(1, "100", 1, "00"), TWENTY);

    assertThat(told(TILL.changeQuantity(promoted, 1, 2))).containsExactly("P20 20% 40");
    assertThat(told(during(THIRTY).changeUnitPrice(promoted, 1, Money.of(50))))
        .containsExactly("P20 20% 10");
  }

  @Test
  void manualDiscount_evenAnEmptyOne_appliesTheBestCurrentPromotion() {
    Cart promoted = touched(line(1, "100", 1, "00"), TWENTY);

    assertThat(told(discounting(TWENTY, THIRTY).discountLine(promoted, 1, List.of())))
        .containsExactly("P30 30% 30");
    assertThat(told(discounting().discountLine(promoted, 1, List.of()))).isEmpty();
  }

  /** 90 yen off fit the line's 100 yen, but not the 80 left after 20 percent. */
  @Test
  void manualAmountOff_takesPrecedenceOverAPromotionThatNoLongerFits() {
    Cart promoted = touched(line(1, "100", 1, "00"), TWENTY);

    Cart cart = discounting(TWENTY).discountLine(promoted, 1, List.of(yenOff("90")));
    assertThat(told(cart)).containsExactly("90 90");
    assertThat(told(during(TWENTY).changeQuantity(cart, 1, 2)))
        .containsExactly("90 90", "P20 20% 40");
    assertThat(
            refusalOf(() -> discounting(TWENTY).discountLine(promoted, 1, List.of(yenOff("101")))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_LINE);
  }

  @Test
  void subtotal_appliesPromotionsForTheLastTime() {
    Cart entered = entering(line(1, "100", 1, "00"));

    assertThat(told(during(TWENTY).subtotal(entered))).containsExactly("P20 20% 20");
    Cart paying = TILL.subtotal(entered);
    assertThat(told(during(TWENTY).pay(paying, List.of(cash("10")), METHODS))).isEmpty();
    assertThat(told(discounting(TWENTY).discountSubtotal(paying, List.of(yenOff("1"))))).isEmpty();
  }

  @Test
  void resume_appliesPromotionsAgain() {
    Cart paid =
        TILL.pay(TILL.subtotal(entering(line(1, "100", 1, "00"))), List.of(cash("100")), METHODS);

    assertThat(told(during(TWENTY).resume(paid))).containsExactly("P20 20% 20");
  }

  @Test
  void promotionThatStartsAfterAPaymentDuringItemEntry_requiresNoRefund() {
    Cart entered = entering(line(1, "100", 1, "00"));
    Cart paid = TILL.pay(entered, List.of(cash("90")), METHODS);

    Cart subtotal = during(TWENTY).subtotal(paid);
    assertThat(told(subtotal)).isEmpty();
    assertThat(subtotal.balanceDue()).isEqualTo(Money.of(10));
    assertThat(told(during(categoryDiscount("P10", "10", "C1")).subtotal(paid)))
        .containsExactly("P10 10% 10");
  }

  @Test
  void paymentDuringItemEntry_isOfThePromotedPrice() {
    Cart paid =
        during(TWENTY).pay(entering(line(1, "100", 1, "00")), List.of(cash("100")), METHODS);

    assertThat(paid.balanceDue()).isEqualTo(Money.ZERO);
    assertThat(paid.changeDue()).isEqualTo(Money.of(20));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100", "12.5"})
  void rate_mayBeAnyPercentage(String rate) {
    Cart cart = touched(line(1, "80", 1, "00"), categoryDiscount("P", rate, "C1"));

    assertThat(cart.lines().get(0).discounts()).hasSize(1);
    assertThat(cart.total().plus(cart.discountTotal())).isEqualTo(Money.of(80));
  }

  private static Till during(Promotion... running) {
    return TILL.during(List.of(running));
  }

  private static Discounting discounting(Promotion... running) {
    return DISCOUNTING.during(List.of(running));
  }

  /** A cart with the line after a call that changes nothing else. */
  private static Cart touched(LineItem line, Promotion... running) {
    return during(running).changeQuantity(entering(line), 1, line.quantity());
  }

  private static List<String> told(Cart cart) {
    return cart.lines().get(0).discounts().stream().map(PromotedSaleTest::told).toList();
  }

  private static String told(Discount discount) {
    String promotion = discount.promotion().map(p -> p.code() + " ").orElse("");
    String percent = discount.type() == DiscountType.PERCENTAGE ? "%" : "";
    return promotion + discount.value().toPlainString() + percent + " " + discount.amount();
  }
}
