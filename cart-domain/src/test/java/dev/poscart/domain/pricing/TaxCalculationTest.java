package dev.poscart.domain.pricing;

import static dev.poscart.domain.fixtures.CartTestData.pointDiscount;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.model.TaxAmount;
import dev.poscart.domain.model.TaxRule;
import dev.poscart.domain.model.TaxTable;
import dev.poscart.domain.model.TaxType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxCalculationTest {

  @ParameterizedTest
  @CsvSource({
    "01, 200, 20",
    "01, 99, 9",
    "01, 9.99, 0",
    "11, 108, 8",
    "11, 99, 7",
    "12, 108, 8",
    "12, 92, 6",
    "12, 107.99, 7",
    "02, 500, 45",
    "02, 1192, 108",
    "02, 1100, 100",
    "02, 1099, 99",
    "02, 10, 0",
    "02, 11, 1",
    "00, 999, 0",
    "01, 0, 0"
  })
  void tax_isRoundedDownToWholeYen(String taxCode, String target, String tax) {
    TaxAmount amount = taxes(line(1, target, 1, taxCode)).get(0);

    assertThat(amount.amount()).hasToString(tax);
    assertThat(amount.targetAmount()).hasToString(target);
  }

  @Test
  void taxes_areOrderedByTheirFirstLiveLine() {
    List<TaxAmount> taxes =
        taxes(
            line(1, "10", 1, "00").asCancelled(),
            line(2, "100", 2, "01"),
            line(3, "108", 1, "12"),
            line(4, "500", 1, "02"),
            line(5, "5", 3, "01"),
            line(6, "7", 1, "12").asCancelled());

    assertThat(taxes)
        .containsExactly(
            tax(1, "01", TaxType.EXTERNAL, "外税10%", "21", "215", 5),
            tax(2, "12", TaxType.INTERNAL, "内税 8%", "8", "108", 1),
            tax(3, "02", TaxType.INTERNAL, "内税10%", "45", "500", 1));
  }

  @Test
  void rounding_isDoneOncePerCode_notPerLine() {
    // Each line alone would give 0 yen.
    assertThat(taxes(line(1, "9", 1, "01"), line(2, "9", 1, "01")).get(0).amount())
        .isEqualTo(Money.of(1));
  }

  @Test
  void rounding_isDoneOncePerCode_notPerRate() {
    // Both codes are at 10 percent; 18 yen together would give 1 yen.
    assertThat(taxes(line(1, "9", 1, "01"), line(2, "9", 1, "02")))
        .allMatch(tax -> tax.amount().isZero());
  }

  @Test
  void rounding_oncePerRate_distributesTheCommonTaxAmongTheCodes() {
    // 0.9 and 0.818.. are 1 yen together; the larger remainder gets it.
    assertThat(perRate(line(1, "9", 1, "02"), line(2, "9", 1, "01")))
        .containsExactly("02 0", "01 1");
    // 10.5 and 9.545.. are 20 yen together; alone they would give 19.
    assertThat(perRate(line(1, "105", 1, "01"), line(2, "105", 1, "02")))
        .containsExactly("01 10", "02 10");
    // 0.5 and 0.454.. are no whole yen together.
    assertThat(perRate(line(1, "5", 1, "01"), line(2, "5", 1, "02")))
        .containsExactly("01 0", "02 0");
  }

  @Test
  void rounding_oncePerRate_keepsRatesApart() {
    // 0.9 at 10 percent, 0.96 at 8 percent, nothing on what is exempt.
    assertThat(perRate(line(1, "9", 1, "01"), line(2, "12", 1, "11"), line(3, "99", 1, "00")))
        .containsExactly("01 0", "11 0", "00 0");
  }

  @Test
  void rounding_oncePerRate_ofOneCode_isTheSameAsPerCode() {
    assertThat(perRate(line(1, "200", 1, "01"), line(2, "1192", 1, "12")))
        .containsExactly("01 20", "12 88");
  }

  @Test
  void rounding_oncePerRate_withEqualRemainders_favoursTheLargerTargetThenTheEarlierCode() {
    TaxTable table =
        new TaxTable(
            List.of(
                new TaxRule("A", TaxType.EXTERNAL, "a", BigDecimal.TEN, 0, RoundingMode.FLOOR),
                new TaxRule(
                    "B", TaxType.EXTERNAL, "b", new BigDecimal("10.0"), 0, RoundingMode.FLOOR)));
    assertThat(amounts(table, line(1, "5", 1, "A"), line(2, "15", 1, "B")))
        .containsExactly("0", "2");
    assertThat(amounts(table, line(1, "5", 1, "A"), line(2, "5", 1, "B")))
        .containsExactly("1", "0");
  }

  private static List<String> amounts(TaxTable table, LineItem... lines) {
    return TaxCalculation.taxes(List.of(lines), table, TaxRounding.RATE).stream()
        .map(tax -> tax.amount().toString())
        .toList();
  }

  @Test
  void allocatedDiscounts_lowerTheTarget() {
    LineItem line = line(1, "300", 1, "01").withAllocated(List.of(pointDiscount("18")));

    assertThat(taxes(line))
        .containsExactly(tax(1, "01", TaxType.EXTERNAL, "外税10%", "28", "282", 1));
  }

  @Test
  void cartWithoutLiveLine_hasNoTaxes() {
    assertThat(taxes(line(1, "300", 1, "01").asCancelled())).isEmpty();
  }

  @Test
  void unknownTaxCode_isRefused() {
    Refused refused = refused(() -> taxes(line(1, "300", 1, "99")));

    assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
    assertThat(refused.detail()).isEqualTo("Tax code not found: 99");
  }

  @ParameterizedTest
  @CsvSource({
    "FLOOR, 0, 7",
    "HALF_UP, 0, 8",
    "CEILING, 0, 8",
    "FLOOR, 2, 7.55",
    "HALF_UP, 2, 7.56"
  })
  void ruleOfTheTenant_setsModeAndDecimals(RoundingMode mode, int decimals, String tax) {
    // 7.5 percent of 100.75 yen is 7.55625 yen.
    TaxRule rule = new TaxRule("X", TaxType.EXTERNAL, "x", new BigDecimal("7.5"), decimals, mode);

    List<TaxAmount> taxes =
        TaxCalculation.taxes(
            List.of(line(1, "100.75", 1, "X")), new TaxTable(List.of(rule)), TaxRounding.CODE);

    assertThat(taxes.get(0).amount()).hasToString(tax);
  }

  private static List<TaxAmount> taxes(LineItem... lines) {
    return TaxCalculation.taxes(List.of(lines), TaxTable.DEFAULT, TaxRounding.CODE);
  }

  private static List<String> perRate(LineItem... lines) {
    return TaxCalculation.taxes(List.of(lines), TaxTable.DEFAULT, TaxRounding.RATE).stream()
        .map(tax -> tax.taxCode() + " " + tax.amount())
        .toList();
  }

  private static TaxAmount tax(
      int no, String code, TaxType type, String name, String amount, String target, int quantity) {
    return new TaxAmount(no, code, type, name, Money.of(amount), Money.of(target), quantity);
  }
}
