package dev.poscart.domain.sale;

import static dev.poscart.domain.pricing.SlowCalculation.hundredths;

import dev.poscart.domain.fixtures.Seeds;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.pricing.PricingRules;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Carts as a random till makes them. */
abstract class RandomTillFixture {

  static final int KEYS = 40;

  static void afterEachKey(int seeds, BiConsumer<Cart, PricingRules> check) {
    Seeds.each(
        seeds,
        seed -> {
          RandomTill till = new RandomTill(seed);
          for (int key = 0; key < KEYS; key++) {
            check.accept(till.press(), till.rules());
          }
        });
  }

  static Map<String, BigInteger> byCode(Cart cart, Function<TaxAmount, Money> figure) {
    Map<String, BigInteger> figures = new TreeMap<>();
    cart.taxes().forEach(tax -> figures.put(tax.taxCode(), hundredths(figure.apply(tax).amount())));
    return figures;
  }

  static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
