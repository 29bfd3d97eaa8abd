package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.CALCULATION;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.entry;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.pay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.code.CodeReading;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Explanation.Figure;
import dev.poscart.domain.model.Explanation.Step;
import dev.poscart.domain.model.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterPriceRoundingTest {

  @ParameterizedTest
  @CsvSource({
    "70.555, 70.56",
    "70.5549, 70.55",
    "0.005, 0.01",
    "0.0049, 0",
    "70.55, 70.55",
    "70.5000, 70.5",
    "100, 100"
  })
  void masterPrice_isRoundedHalfUpToTwoDecimalsAtEntry(String master, String unitPrice) {
    assertThat(entered(master, 1).lines().get(0).unitPrice()).isEqualTo(Money.of(unitPrice));
  }

  @Test
  void cartWithAMasterPriceOfThreeDecimals_isPaidByCardToTheLastFraction() {
    Cart cart = TILL.subtotal(entered("70.555", 3));

    assertThat(cart.balanceDue()).isEqualTo(Money.of("211.68"));
    assertThat(pay(cart, cashless("211.68")).balanceDue()).isEqualTo(Money.ZERO);
  }

  @Test
  void explanation_showsTheRoundingOfTheMasterPrice() {
    assertThat(unitPriceStep(entered("70.555", 1)))
        .isEqualTo(
            new Step(
                Figure.UNIT_PRICE,
                Optional.empty(),
                "item master",
                Money.of("70.555"),
                Optional.of("half up to 2 decimals"),
                Money.of("70.56")));
    assertThat(unitPriceStep(entered("70.55", 1)).rounding()).isEmpty();
  }

  @Test
  void explanation_ofAManuallyChangedPrice_givesThatPrice() {
    assertThat(unitPriceStep(TILL.changeUnitPrice(entered("70.555", 1), 1, Money.of("70.56"))))
        .isEqualTo(
            new Step(
                Figure.UNIT_PRICE,
                Optional.empty(),
                "changed from 70.56",
                Money.of("70.56"),
                Optional.empty(),
                Money.of("70.56")));
  }

  /** 1000.5 kg at 0.0045 yen cost 4.50225 yen; rounding the price first would make them free. */
  @Test
  void priceByWeight_isRoundedOnce_toWholeYen() {
    ItemEntry weighed =
        new ItemEntry(CodeReading.weighed("A", new BigDecimal("1000.5")), 1, Optional.empty());
    Cart cart = TILL.enter(idleCart("c"), List.of(weighed), Map.of("A", item("A", "0.0045", "00")));

    assertThat(cart.lines().get(0).unitPrice()).isEqualTo(Money.of(5));
  }

  private static Cart entered(String masterPrice, int quantity) {
    return TILL.enter(
        idleCart("c"), List.of(entry("A", quantity)), Map.of("A", item("A", masterPrice, "00")));
  }

  private static Step unitPriceStep(Cart cart) {
    return CALCULATION.explain(cart).lines().get(0).steps().get(0);
  }
}
