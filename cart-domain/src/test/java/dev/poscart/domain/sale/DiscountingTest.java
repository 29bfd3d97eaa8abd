package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.DISCOUNTING;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.pay;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static dev.poscart.domain.fixtures.SaleTestData.percentOff;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static dev.poscart.domain.fixtures.SaleTestData.restrictedLine;
import static dev.poscart.domain.fixtures.SaleTestData.yenOff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscountingTest {

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "-1", "0.001", "1000000000000", "1e308"})
  void valueOutOfBounds_isInvalidInput(String value) {
    assertThat(refusalOf(() -> DISCOUNTING.checkEntries(List.of(yenOff(value)))))
        .isEqualTo(Refusal.INVALID_INPUT);
    assertThat(refusalOf(() -> DISCOUNTING.checkEntries(List.of(percentOff(value)))))
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  /** In plain notation these numbers would be gigabytes of text. */
  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e-999999999", "-1e999999999"})
  @Timeout(10)
  void valueWithAHugeExponent_isRefusedCheaply(String value) {
    assertThat(refused(() -> DISCOUNTING.checkEntries(List.of(yenOff(value)))).detail())
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.01", "100", "100.00", "7.5"})
  void valueInBounds_isAccepted(String value) {
    assertThatCode(() -> DISCOUNTING.checkEntries(List.of(yenOff(value), percentOff(value))))
        .doesNotThrowAnyException();
  }

  @Test
  void numberOfDiscountsPerCall_isBounded() {
    assertThatCode(() -> DISCOUNTING.checkEntries(Collections.nCopies(100, yenOff("1"))))
        .doesNotThrowAnyException();
    assertThat(refusalOf(() -> DISCOUNTING.checkEntries(Collections.nCopies(101, yenOff("1")))))
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100.01", "101", "999"})
  void percentageOverAHundred_isAnInvalidValue(String percent) {
    assertThatCode(() -> DISCOUNTING.checkEntries(List.of(percentOff(percent))))
        .doesNotThrowAnyException();
    assertThat(
            refused(
                () ->
                    DISCOUNTING.discountLine(
                        entering(line(1, "100", 1, "01")),
                        1,
                        List.of(yenOff("1"), percentOff(percent)))))
        .hasMessage("entry 1, DISCOUNT_VALUE: " + percent + " (expected: 0..100)");
    assertThat(
            refusalOf(
                () ->
                    DISCOUNTING.discountSubtotal(
                        paying(line(1, "100", 1, "01")), List.of(percentOff(percent)))))
        .isEqualTo(Refusal.INVALID_VALUE);
  }

  @Test
  void percentageOverAHundred_isCheckedAfterStateAndLine() {
    List<DiscountEntry> wrong = List.of(percentOff("101"));
    Cart entering = entering(restrictedLine(1, "100", 1, "01"));

    assertThat(refusalOf(() -> DISCOUNTING.discountSubtotal(entering, wrong)))
        .isEqualTo(Refusal.INVALID_OPERATION);
    assertThat(refusalOf(() -> DISCOUNTING.discountLine(entering, 2, wrong)))
        .isEqualTo(Refusal.NOT_FOUND);
    assertThat(refusalOf(() -> DISCOUNTING.discountLine(entering, 1, wrong)))
        .isEqualTo(Refusal.DISCOUNT_RESTRICTED);
  }

  @Test
  void restrictedLine_refusesDiscounts_evenAnEmptyList() {
    Cart cart = entering(restrictedLine(1, "100", 1, "01"));

    assertThat(refusalOf(() -> DISCOUNTING.discountLine(cart, 1, List.of(yenOff("1")))))
        .isEqualTo(Refusal.DISCOUNT_RESTRICTED);
    assertThat(refusalOf(() -> DISCOUNTING.discountLine(cart, 1, List.of())))
        .isEqualTo(Refusal.DISCOUNT_RESTRICTED);
  }

  @Test
  void lineDiscounts_replaceEarlierOnes_andAreLimitedByTheFullLineAmount() {
    Cart first =
        DISCOUNTING.discountLine(entering(line(1, "100", 1, "01")), 1, List.of(yenOff("90")));
    Cart second = DISCOUNTING.discountLine(first, 1, List.of(yenOff("95")));

    assertThat(second.total()).isEqualTo(Money.of(5));
    assertThat(second.discountTotal()).isEqualTo(Money.of(95));
    assertThat(DISCOUNTING.discountLine(second, 1, List.of()).total()).isEqualTo(Money.of(100));
  }

  @Test
  void lineDiscountsExceedingTheLineTogether_areRefused() {
    Cart cart = entering(line(1, "100", 1, "01"));

    assertThat(
            refusalOf(() -> DISCOUNTING.discountLine(cart, 1, List.of(yenOff("60"), yenOff("60")))))
        .isEqualTo(Refusal.DISCOUNT_EXCEEDS_LINE);
    assertThat(
            DISCOUNTING.discountLine(cart, 1, List.of(yenOff("60"), yenOff("40"))).totalWithTax())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void lineDiscountThatWouldRequireARefund_isRefused() {
    Cart paid = pay(entering(line(1, "100", 1, "00")), cash("60"));

    assertThat(refusalOf(() -> DISCOUNTING.discountLine(paid, 1, List.of(yenOff("41")))))
        .isEqualTo(Refusal.BALANCE_NEGATIVE);
    assertThat(DISCOUNTING.discountLine(paid, 1, List.of(yenOff("40"))).balanceDue())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void discountOnACancelledLine_leavesItsAmountAndTheTotals() {
    Cart discounted =
        DISCOUNTING.discountLine(
            entering(line(1, "100", 1, "00"), line(2, "50", 1, "00")), 1, List.of(yenOff("10")));
    Cart cancelled = TILL.cancelLine(discounted, 1);
    Cart again = DISCOUNTING.discountLine(cancelled, 1, List.of(yenOff("20")));

    assertThat(again.lines().get(0).amount()).isEqualTo(Money.of(90));
    assertThat(again.totalWithTax()).isEqualTo(Money.of(50));
    assertThat(again.discountTotal()).isEqualTo(Money.ZERO);
  }

  @Test
  void enteredValue_isKept() {
    Cart cart =
        DISCOUNTING.discountSubtotal(paying(line(1, "100", 1, "00")), List.of(percentOff("7.5")));

    assertThat(cart.subtotalDiscounts().get(0).value()).isEqualTo(new BigDecimal("7.5"));
    assertThat(cart.subtotalDiscounts().get(0).amount()).isEqualTo(Money.of(8));
  }
}
