package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.fixtures.Slow;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Explanation;
import dev.poscart.domain.model.Explanation.Figure;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.pricing.Calculation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The explanation of a cart must agree with the cart, after any input. */
@Slow
class RandomTillExplanationTest {

  @Test
  void explanation_ofAnyCart_addsUpToTheCartsFigures() {
    for (long seed = 1; seed <= 400; seed++) {
      RandomTill till = new RandomTill(seed);
      for (int key = 1; key <= 25; key++) {
        Cart cart = till.press();
        try {
          check(cart, new Calculation(till.rules()).explain(cart));
          check(cart, CALCULATION.explain(cart));
        } catch (AssertionError e) {
          throw new AssertionError("seed " + seed + ", key " + key + ": " + cart, e);
        }
      }
    }
  }

  private static void check(Cart cart, Explanation told) {
    assertThat(last(told.subtotal())).isEqualTo(cart.total());
    assertThat(last(told.total())).isEqualTo(cart.totalWithTax());
    assertThat(result(told.balance(), Figure.BALANCE)).isEqualTo(cart.balanceDue());
    for (int i = 0; i < cart.lines().size(); i++) {
      LineItem line = cart.lines().get(i);
      List<Step> steps = told.lines().get(i).steps();
      if (line.live()) {
        assertThat(last(steps)).isEqualTo(line.taxBase());
        assertThat(result(steps, Figure.LINE_AMOUNT)).isEqualTo(line.amount());
      } else {
        assertThat(steps).isEmpty();
      }
    }
    for (int i = 0; i < cart.taxes().size(); i++) {
      List<Step> steps = told.taxes().get(i).steps();
      assertThat(result(steps, Figure.TAX_TARGET)).isEqualTo(cart.taxes().get(i).targetAmount());
      assertThat(result(steps, Figure.TAX)).isEqualTo(cart.taxes().get(i).amount());
    }
    for (int i = 0; i < cart.payments().size(); i++) {
      assertThat(last(told.payments().get(i).steps())).isEqualTo(cart.payments().get(i).amount());
    }
    steps(told).forEach(RandomTillExplanationTest::checkStep);
  }

  /** An unrounded figure is exact; a rounded one differs by less than the unit. */
  private static void checkStep(Step step) {
    Money lost = step.exact().minus(step.result());
    if (step.rounding().isEmpty()) {
      assertThat(step.exact()).as("%s", step).isEqualTo(step.result());
    } else {
      assertThat(lost.amount().abs()).as("%s", step).isLessThan(Money.of(1).amount());
      assertThat(step.rounding().get()).as("%s", step).doesNotContain("together");
    }
  }

  private static Stream<Step> steps(Explanation told) {
    return Stream.of(
            told.lines().stream().flatMap(part -> part.steps().stream()),
            told.taxes().stream().flatMap(part -> part.steps().stream()),
            told.payments().stream().flatMap(part -> part.steps().stream()),
            told.subtotal().stream(),
            told.total().stream(),
            told.balance().stream())
        .flatMap(steps -> steps);
  }

  private static Money last(List<Step> steps) {
    return steps.get(steps.size() - 1).result();
  }

  private static Money result(List<Step> steps, Figure figure) {
    return steps.stream()
        .filter(step -> step.figure() == figure)
        .findFirst()
        .orElseThrow()
        .result();
  }
}
