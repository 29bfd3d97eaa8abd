package dev.poscart.domain.pricing;

import static dev.poscart.domain.fixtures.SaleTestData.categoryDiscount;
import static dev.poscart.domain.fixtures.SaleTestData.entering;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.restrictedLine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Promotion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The example of a promotion kind does what its page says. */
class BulkDiscountTest {

  private static final Promotion TEN =
      new Promotion(
          "B10",
          BulkDiscount.TYPE,
          "three or more",
          Optional.empty(),
          Optional.empty(),
          true,
          List.of(),
          List.of(),
          BigDecimal.TEN);

  private static final Calculation BOTH_KINDS =
      new Calculation(PricingRules.DEFAULT, List.of(new CategoryDiscount(), new BulkDiscount()));

  @Test
  void threePieces_areDiscounted_twoAreNot() {
    Cart cart = entering(line(1, "100", 3, "00"), line(2, "100", 2, "00"));

    Cart promoted = BOTH_KINDS.during(List.of(TEN)).recalculate(cart);

    assertThat(promoted.lines()).extracting(LineItem::amount).containsExactly(yen(270), yen(200));
  }

  @Test
  void recalculation_grantsNothingMore() {
    Calculation calculation = BOTH_KINDS.during(List.of(TEN));
    Cart promoted = calculation.recalculate(entering(line(1, "100", 3, "00")));

    assertThat(calculation.recalculate(promoted)).isEqualTo(promoted);
  }

  @Test
  void restrictedLines_andThoseOfAnotherPromotion_getNothing() {
    Cart cart = entering(line(1, "100", 3, "00"), restrictedLine(2, "100", 3, "00"));

    Cart promoted =
        BOTH_KINDS.during(List.of(TEN, categoryDiscount("P20", "20", "C1"))).recalculate(cart);

    assertThat(promoted.lines()).extracting(LineItem::amount).containsExactly(yen(240), yen(300));
  }

  @Test
  void categoryDiscount_isGrantedOnTopOfAnotherKind() {
    Calculation bulkFirst =
        new Calculation(PricingRules.DEFAULT, List.of(new BulkDiscount(), new CategoryDiscount()));

    Cart promoted =
        bulkFirst
            .during(List.of(TEN, categoryDiscount("P20", "20", "C1")))
            .recalculate(entering(line(1, "100", 3, "00")));

    assertThat(promoted.lines()).extracting(LineItem::amount).containsExactly(yen(216));
  }

  private static Money yen(int amount) {
    return Money.of(amount);
  }
}
