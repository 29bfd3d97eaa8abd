package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.DISCOUNTING;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.amounts;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.pay;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static dev.poscart.domain.fixtures.SaleTestData.percentOff;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static dev.poscart.domain.fixtures.SaleTestData.restrictedLine;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.TaxAmount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Discounts on the subtotal. */
class SubtotalDiscountTest {

  @Test
  void subtotalDiscount_lowersTotalAndTaxBases() {
    // 3 x 100 external, 98 internal 8, 3 x 500 internal 10 less 15 percent and 7 yen = 1268
    Cart lines =
        DISCOUNTING.discountLine(
            entering(line(1, "100", 3, "01"), line(2, "98", 1, "12"), line(3, "500", 3, "02")),
            3,
            List.of(percentOff("15"), yenOff("7")));
    Cart cart = DISCOUNTING.discountSubtotal(TILL.subtotal(lines), List.of(yenOff("100")));

    assertThat(lines.total()).isEqualTo(Money.of(1666));
    assertThat(cart.total()).isEqualTo(Money.of(1566));
    assertThat(cart.taxes().stream().map(TaxAmount::targetAmount).toList())
        .containsExactly(Money.of(282), Money.of(92), Money.of(1192));
    assertThat(cart.taxes().stream().map(TaxAmount::amount).toList())
        .containsExactly(Money.of(28), Money.of(6), Money.of(108));
    assertThat(cart.totalWithTax()).isEqualTo(Money.of(1594));
    // 225 + 7 + 100
    assertThat(cart.discountTotal()).isEqualTo(Money.of(332));
  }

  @Test
  void subtotalPercentage_appliesToDiscountableLinesOnly() {
    Cart cart =
        DISCOUNTING.discountSubtotal(
            paying(line(1, "125", 1, "00"), restrictedLine(2, "1000", 1, "00")),
            List.of(percentOff("10")));

    // 12.5 rounds up to 13.
    assertThat(amounts(cart.subtotalDiscounts())).containsExactly("13");
    assertThat(cart.totalWithTax()).isEqualTo(Money.of(1112));
    assertThat(cart.lines().get(1).taxBase()).isEqualTo(Money.of(1000));
  }

  @Test
  void fullPercentageOfAFraction_leavesNothing() {
    Cart cart =
        DISCOUNTING.discountSubtotal(paying(line(1, "99.5", 1, "00")), List.of(percentOff("100")));

    assertThat(amounts(cart.subtotalDiscounts())).containsExactly("99.5");
    assertThat(cart.totalWithTax()).isEqualTo(Money.ZERO);
  }

  @Test
  void subtotalDiscounts_replaceEarlierOnes_andAreLimitedByTheUndiscountedBalance() {
    Cart first =
        DISCOUNTING.discountSubtotal(paying(line(1, "100", 1, "00")), List.of(yenOff("90")));
    Cart second = DISCOUNTING.discountSubtotal(first, List.of(yenOff("95")));

    assertThat(second.balanceDue()).isEqualTo(Money.of(5));
    assertThat(amounts(second.lines().get(0).allocated())).containsExactly("95");
  }

  @Test
  void clearedSubtotalDiscounts_clearTheirSharesToo() {
    Cart plain = paying(line(1, "100", 1, "01"));
    Cart cleared =
        DISCOUNTING.discountSubtotal(
            DISCOUNTING.discountSubtotal(plain, List.of(yenOff("90"))), List.of());

    assertThat(cleared).isEqualTo(plain);
  }

  @Test
  void subtotalDiscountOverTheBalance_isRefused() {
    Cart cart = paying(line(1, "100", 1, "00"));
    Cart paid = pay(cart, cash("30"));

    assertThat(refusalOf(() -> DISCOUNTING.discountSubtotal(cart, List.of(yenOff("101")))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_BALANCE);
    assertThat(
            refusalOf(
                () -> DISCOUNTING.discountSubtotal(cart, List.of(yenOff("60"), yenOff("41")))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_BALANCE);
    assertThat(refusalOf(() -> DISCOUNTING.discountSubtotal(paid, List.of(yenOff("71")))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_BALANCE);
    assertThat(refusalOf(() -> DISCOUNTING.discountSubtotal(paid, List.of(percentOff("71")))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_BALANCE);
    assertThat(DISCOUNTING.discountSubtotal(paid, List.of(yenOff("70"))).balanceDue())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void subtotalDiscountThatLowersTaxToo_mayNotRequireARefund() {
    // 110 are due, 55 are paid, 55 are left; 55 off would lower the tax to 4 and owe 6 yen back.
    Cart paid = pay(paying(line(1, "100", 1, "01")), cash("55"));

    assertThat(refusalOf(() -> DISCOUNTING.discountSubtotal(paid, List.of(yenOff("55")))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_BALANCE);
    assertThat(DISCOUNTING.discountSubtotal(paid, List.of(yenOff("50"))).balanceDue())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void subtotalDiscountOnRestrictedLinesOnly_isRefused() {
    assertThat(
            refusalOf(
                () ->
                    DISCOUNTING.discountSubtotal(
                        paying(restrictedLine(1, "100", 1, "00"), line(2, "10", 1, "00")),
                        List.of(yenOff("11")))))
        .isEqualTo(Refusal.DISCOUNT_NOT_ALLOCATED);
  }

  @Test
  void twoSubtotalDiscounts_bothLowerTheTaxBases() {
    Cart cart =
        DISCOUNTING.discountSubtotal(
            paying(line(1, "300", 1, "01"), line(2, "300", 1, "02")),
            List.of(yenOff("100"), percentOff("10")));

    assertThat(amounts(cart.subtotalDiscounts())).containsExactly("100", "60");
    assertThat(cart.taxes().stream().map(TaxAmount::targetAmount).toList())
        .containsExactly(Money.of(220), Money.of(220));
    assertThat(CALCULATION.recalculate(cart)).isEqualTo(cart);
  }
}
