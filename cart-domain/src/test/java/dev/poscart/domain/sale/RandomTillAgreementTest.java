package dev.poscart.domain.sale;

import static dev.poscart.domain.pricing.SlowCalculation.hundredths;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.pricing.Calculation;
import dev.poscart.domain.pricing.PricingRules;
import dev.poscart.domain.pricing.SlowCalculation;
import dev.poscart.domain.pricing.SlowPromotions;
import dev.poscart.domain.pricing.TaxRounding;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The rules agree with slow, independently written ones. */
@Slow
class RandomTillAgreementTest extends RandomTillFixture {

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
  void promotions_agreeWithTheSlowCalculation() {
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
  void taxesRoundedPerRate_agreeWithTheSlowCalculation_andMoveACodeByLessThanAYen() {
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

  private static int rate(String taxCode) {
    return switch (taxCode) {
      case "01", "02" -> 10;
      case "11", "12" -> 8;
      default -> 0;
    };
  }

  private static SlowCalculation.Figures slow(Cart cart, PricingRules rules) {
    return SlowCalculation.of(cart, rules.discountRounding().unit());
  }
}
