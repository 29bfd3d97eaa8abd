package dev.poscart.domain.sale;

import static dev.poscart.domain.pricing.SlowCalculation.hundredths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.CartStatus;
import dev.poscart.domain.model.CashRounding;
import dev.poscart.domain.model.Discount;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Payment;
import dev.poscart.domain.model.PaymentKind;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.pricing.PricingRules;
import dev.poscart.domain.pricing.SlowCalculation;
import dev.poscart.domain.pricing.SlowPromotions;
import dev.poscart.domain.pricing.TaxRounding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What holds after every key, whatever was pressed before. */
@Slow
class RandomTillPropertyTest {

  private static final int KEYS = 40;

  @Test
  void figures_agreeWithTheSlowCalculation() {
    afterEachKey(
        500,
        (cart, rules) -> {
          SlowCalculation.Figures slow = slow(cart, rules);
          assertThat(hundredths(cart.total().amount())).isEqualTo(slow.total());
          assertThat(hundredths(cart.totalWithTax().amount())).isEqualTo(slow.totalWithTax());
          assertThat(hundredths(cart.discountTotal().amount())).isEqualTo(slow.discounts());
          assertThat(byCode(cart, TaxAmount::targetAmount)).isEqualTo(slow.bases());
          assertThat(byCode(cart, TaxAmount::amount)).isEqualTo(slow.taxes());
        });
  }

  @Test
  void statesAndBalances_agreeWithTheSlowTill() {
    Seeds.each(
        500,
        seed -> {
          RandomTill till = new RandomTill(seed);
          SlowTill slow = new SlowTill();
          Cart before = till.press();
          assertThat(SlowTill.shown(before, till)).isEqualTo(slow.expected(before, till));
          for (int key = 1; key < KEYS; key++) {
            Cart after = till.press();
            assertThat(SlowTill.shown(after, till))
                .as("%s", till.pressed())
                .isEqualTo(slow.expected(after, till));
            if (till.refused().isPresent()) {
              assertThat(after).isEqualTo(before);
            }
            before = after;
          }
        });
  }

  @Test
  void promotions_agreeWithTheSlowOnes() {
    Seeds.each(
        200,
        seed -> {
          RandomTill till = new RandomTill(seed);
          Cart before = till.press();
          for (int key = 1; key < KEYS; key++) {
            Cart after = till.press();
            if (!after.equals(before)) {
              assertThat(SlowPromotions.told(after.lines()))
                  .isEqualTo(
                      SlowPromotions.expected(
                          before,
                          after,
                          till.running(),
                          till.discounted(),
                          till.rules().discountRounding().unit()));
            }
            before = after;
          }
        });
  }

  @Test
  void taxesRoundedPerRate_agreeWithTheSlowOnes_andMoveACodeByLessThanAYen() {
    afterEachKey(
        100,
        (cart, rules) -> {
          PricingRules ratewise = new PricingRules(rules.discountRounding(), TaxRounding.RATE);
          Cart perRate = new Calculation(ratewise).recalculate(cart);
          Map<Integer, BigInteger> sums =
              new TreeMap<>(Map.of(8, BigInteger.ZERO, 10, BigInteger.ZERO));
          byCode(perRate, TaxAmount::amount)
              .forEach((code, tax) -> sums.computeIfPresent(rate(code), (r, sum) -> sum.add(tax)));
          assertThat(sums).isEqualTo(SlowCalculation.taxesPerRate(slow(cart, rules)));
          byCode(cart, TaxAmount::amount)
              .forEach(
                  (code, tax) ->
                      assertThat(byCode(perRate, TaxAmount::amount).get(code))
                          .isIn(tax, tax.add(BigInteger.valueOf(100))));
        });
  }

  @Test
  void calculatingAgain_changesNothing() {
    afterEachKey(
        100, (cart, rules) -> assertThat(new Calculation(rules).recalculate(cart)).isEqualTo(cart));
  }

  @Test
  void nothing_isNegative() {
    afterEachKey(
        100,
        (cart, rules) -> {
          List<Money> figures = new ArrayList<>();
          Collections.addAll(
              figures,
              cart.balanceDue(),
              cart.cashDue(),
              cart.total(),
              cart.discountTotal(),
              cart.changeDue());
          cart.lines().forEach(line -> figures.add(line.amount()));
          cart.lines().forEach(line -> figures.add(line.taxBase()));
          cart.taxes().forEach(tax -> figures.add(tax.amount()));
          cart.payments().forEach(payment -> figures.add(payment.amount()));
          assertThat(figures).noneMatch(Money::isNegative);
        });
  }

  @Test
  void sharesOfADiscount_sumToItAndStayOnLinesThatMayBeDiscounted() {
    afterEachKey(
        100,
        (cart, rules) -> {
          List<Money> shares = new ArrayList<>();
          for (LineItem line : cart.lines()) {
            line.allocated().stream().map(Discount::amount).forEach(shares::add);
            if (line.cancelled() || line.item().discountRestricted()) {
              assertThat(line.allocated()).isEmpty();
            }
          }
          assertThat(sum(shares)).isEqualTo(cart.subtotalDiscountTotal());
          assertThat(sum(cart.taxes().stream().map(TaxAmount::targetAmount).toList()))
              .isEqualTo(cart.total());
        });
  }

  @Test
  void tenders_neverExceedTheSale_andWhatIsOverIsChangeOrKeptOrRounded() {
    afterEachKey(
        100,
        (cart, rules) -> {
          Money paid = Money.sum(cart.payments(), Payment::amount);
          Money surplus = Money.sum(cart.payments(), Payment::surplus);
          Money rounding = cart.cashRoundingDifference();
          assertThat(paid.isGreaterThan(cart.totalWithTax())).isFalse();
          assertThat(cart.totalWithTax().minus(paid)).isEqualTo(cart.balanceDue());
          assertThat(cart.tenderedAmount())
              .isEqualTo(paid.plus(cart.changeDue()).plus(surplus).plus(rounding));
          assertThat(cart.payments())
              .filteredOn(payment -> payment.kind() == PaymentKind.CASHLESS)
              .allMatch(payment -> payment.tenderedAmount().equals(payment.amount()));
        });
  }

  @Test
  void cashOfWholeYen_isRoundedByHalfAYenAtMost_howeverItIsTendered() {
    afterEachKey(
        300,
        (cart, rules) -> {
          Money rounding = cart.cashRoundingDifference();
          if (cart.cashRounding() == CashRounding.NONE) {
            assertThat(rounding).isEqualTo(Money.ZERO);
            assertThat(cart.cashDue()).isEqualTo(cart.balanceDue());
          } else {
            assertThat(rounding).isBetween(Money.of("-0.5"), Money.of("0.5"));
            assertThat(cart.cashDue().amount().scale()).isZero();
            assertThat(cart.changeDue().amount().scale()).isZero();
            assertThat(cart.payments())
                .filteredOn(payment -> payment.kind() == PaymentKind.CASH)
                .allMatch(payment -> payment.settlement().amount().scale() == 0);
          }
        });
  }

  @Test
  void orderOfEntry_doesNotChangeTotals() {
    Seeds.each(
        100,
        seed -> {
          RandomTill till = new RandomTill(seed);
          for (int key = 0; key < KEYS; key++) {
            Cart cart = till.press();
            if (cart.status() == CartStatus.ENTERING_ITEM) {
              Cart shuffled = new Calculation(till.rules()).recalculate(shuffled(cart, seed));
              assertThat(shuffled.totalWithTax()).isEqualTo(cart.totalWithTax());
              assertThat(byCode(shuffled, TaxAmount::amount))
                  .isEqualTo(byCode(cart, TaxAmount::amount));
            }
          }
        });
  }

  private static int rate(String taxCode) {
    return switch (taxCode) {
      case "01", "02" -> 10;
      case "11", "12" -> 8;
      default -> 0;
    };
  }

  private static void afterEachKey(int seeds, BiConsumer<Cart, PricingRules> check) {
    Seeds.each(
        seeds,
        seed -> {
          RandomTill till = new RandomTill(seed);
          for (int key = 0; key < KEYS; key++) {
            check.accept(till.press(), till.rules());
          }
        });
  }

  private static Cart shuffled(Cart cart, long seed) {
    List<LineItem> lines = new ArrayList<>(cart.lines());
    Collections.shuffle(lines, new Random(seed));
    List<LineItem> renumbered = new ArrayList<>();
    for (LineItem line : lines) {
      renumbered.add(
          new LineItem(
              renumbered.size() + 1,
              line.item(),
              line.unitPrice(),
              line.unitPriceOriginal(),
              line.quantity(),
              line.amount(),
              line.discounts(),
              List.of(),
              line.cancelled(),
              line.classCode()));
    }
    return cart.change().lines(renumbered).make();
  }

  private static SlowCalculation.Figures slow(Cart cart, PricingRules rules) {
    return SlowCalculation.of(cart, rules.discountRounding().unit());
  }

  private static Map<String, BigInteger> byCode(Cart cart, Function<TaxAmount, Money> figure) {
    Map<String, BigInteger> figures = new TreeMap<>();
    cart.taxes().forEach(tax -> figures.put(tax.taxCode(), hundredths(figure.apply(tax).amount())));
    return figures;
  }

  private static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
