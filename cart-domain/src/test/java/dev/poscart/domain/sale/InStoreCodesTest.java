package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import dev.poscart.domain.sale.InStoreCodeRule.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InStoreCodesTest {

  /** 02: price in yen; 22: price with two decimals; 28: grams. */
  private static final InStoreCodes CODES =
      new InStoreCodes(
          List.of(
              new InStoreCodeRule("02", 5, Kind.PRICE, 0),
              new InStoreCodeRule("22", 4, Kind.PRICE, 2),
              new InStoreCodeRule("28", 5, Kind.WEIGHT, 3)));

  @Test
  void priceCode_isTheItemAtThatPrice() {
    assertThat(read("0212345004807"))
        .isEqualTo(new ItemEntry("0212345", 2, Optional.of(Money.of(480))));
    assertThat(read("2212340123457"))
        .isEqualTo(new ItemEntry("221234", 2, Optional.of(Money.of("123.45"))));
  }

  @Test
  void weightCode_isTheItemWithThatWeight() {
    assertThat(read("2812345012345"))
        .isEqualTo(
            new ItemEntry("2812345", 2, Optional.empty(), Optional.of(new BigDecimal("1.234"))));
  }

  @ParameterizedTest
  @CsvSource({
    // yen per kilogram, kilograms, yen per package
    "1000, 1.234, 1234",
    "398,  0.250, 100",
    "398,  0.251, 100",
    "100,  0.005, 1",
    "100,  0.004, 0",
    "99.5, 1.000, 100"
  })
  void weighedPackage_costsItsWeight_roundedHalfUpToYen(
      String perKilogram, BigDecimal weight, String price) {
    ItemEntry entry = new ItemEntry("M", 3, Optional.empty(), Optional.of(weight));
    Cart cart =
        TILL.enter(idleCart("c"), List.of(entry), Map.of("M", item("M", perKilogram, "02")));

    assertThat(cart.lines().get(0).unitPrice()).hasToString(price);
    assertThat(cart.lines().get(0).amount()).isEqualTo(Money.of(price).times(3));
  }

  @Test
  void weighedPackage_beyondTheGreatestPrice_isRefused() {
    ItemEntry entry = new ItemEntry("M", 1, Optional.empty(), Optional.of(new BigDecimal("99999")));

    assertThat(
            refused(
                    () ->
                        TILL.enter(
                            idleCart("c"),
                            List.of(entry),
                            Map.of("M", item("M", "999999999", "02"))))
                .refusal())
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  @Test
  void priceKeyedInWithTheCode_counts() {
    Optional<Money> keyed = Optional.of(Money.of(300));
    assertThat(CODES.read(List.of(new ItemEntry("2812345012345", 1, keyed))))
        .containsExactly(new ItemEntry("2812345", 1, keyed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"4901180001718", "2112345004808", "021234500480", "A", ""})
  void codeOfNoRule_isAnOrdinaryCode(String code) {
    assertThat(read(code)).isEqualTo(new ItemEntry(code, 2, Optional.empty()));
  }

  @Test
  void withoutRules_everyCodeIsOrdinary() {
    ItemEntry entry = new ItemEntry("0212345004808", 1, Optional.empty());
    assertThat(InStoreCodes.NONE.read(List.of(entry))).containsExactly(entry);
  }

  @Test
  void wrongCheckDigit_isRefused_andNamesTheEntry() {
    ItemEntry plain = new ItemEntry("A", 1, Optional.empty());
    ItemEntry wrong = new ItemEntry("0212345004808", 1, Optional.empty());
    Refused refused = refused(() -> CODES.read(List.of(plain, wrong)));
    assertThat(refused.refusal()).isEqualTo(Refusal.INVALID_INPUT);
    assertThat(refused.detail())
        .isEqualTo("body -> 1 -> itemCode: in-store code 0212345004808 has a wrong check digit");
  }

  @Test
  void codeWithoutValue_isRefused() {
    assertThat(refused(() -> read("0212345000007")).detail()).endsWith("carries no value");
  }

  private static ItemEntry read(String code) {
    return CODES.read(List.of(new ItemEntry(code, 2, Optional.empty()))).get(0);
  }
}
