package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.CartTestData.idleCart;
import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.item;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.code.CodeReading;
import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.LineItem;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import dev.poscart.domain.model.Refused;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price of an entry: the entered one, else the one in the code, else the master's. */
class ItemEntryTest {

  private static final Optional<Money> KEYED = Optional.of(Money.of(300));

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
      String perKilogram, String weight, String price) {
    LineItem line = entered(perKilogram, new ItemEntry(weighed(weight), 3, Optional.empty()));
    assertThat(line.unitPrice()).hasToString(price);
    assertThat(line.amount()).isEqualTo(Money.of(price).times(3));
  }

  @Test
  void weighedPackage_aboveTheMaximumPrice_isRefused() {
    ItemEntry entry = new ItemEntry(weighed("99999"), 1, Optional.empty());
    assertThat(refused(() -> entered("999999999", entry)).refusal())
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  @Test
  void priceInTheCode_applies_andIsBoundedLikeAnEnteredOne() {
    assertThat(price(new ItemEntry(priced("480"), 1, Optional.empty()))).isEqualTo("480");
    Refused tooFine = refusedEntry(new ItemEntry(priced("1.234"), 1, Optional.empty()));
    assertThat(tooFine).hasMessage("entry 0, ITEM_CODE: 1.234 (expected: at most 2 decimals)");
    Refused tooHigh = refusedEntry(new ItemEntry(priced("1000000000"), 1, Optional.empty()));
    assertThat(tooHigh).hasMessageStartingWith("entry 0, ITEM_CODE: 1000000000 (expected: 0..");
  }

  @Test
  void enteredPrice_takesPrecedenceOverThePriceInTheCode() {
    assertThat(price(new ItemEntry(weighed("1.234"), 1, KEYED))).isEqualTo("300");
    assertThat(price(new ItemEntry(priced("480"), 1, KEYED))).isEqualTo("300");
    assertThat(price(new ItemEntry(CodeReading.of("M"), 1, KEYED))).isEqualTo("300");
  }

  @ParameterizedTest
  @CsvSource({"0", "0.00", "-0", "0e5"})
  void priceOfZero_countsAsNone(String zero) {
    Optional<Money> none = Optional.of(Money.of(zero));
    assertThat(price(new ItemEntry(CodeReading.of("M"), 1, none))).isEqualTo("1000");
    assertThat(price(new ItemEntry(priced("480"), 1, none))).isEqualTo("480");
    assertThat(price(new ItemEntry(weighed("1.234"), 1, none))).isEqualTo("1234");
  }

  @Test
  void smallestPrice_applies() {
    Optional<Money> sen = Optional.of(Money.of("0.01"));
    assertThat(price(new ItemEntry(CodeReading.of("M"), 1, sen))).isEqualTo("0.01");
  }

  @Test
  void classOfABook_isStoredOnItsLine() {
    CodeReading book =
        new CodeReading("M", Optional.of(Money.of(440)), Optional.empty(), Optional.of("0193"));
    LineItem line = entered("500", new ItemEntry(book, 1, Optional.empty()));
    assertThat(line.classCode()).contains("0193");
    assertThat(line.withQuantity(2).withUnitPrice(Money.of(1)).asCancelled().classCode())
        .contains("0193");
    assertThat(entered("500", new ItemEntry(CodeReading.of("M"), 1, Optional.empty())).classCode())
        .isEmpty();
  }

  private static CodeReading weighed(String kilograms) {
    return CodeReading.weighed("M", new BigDecimal(kilograms));
  }

  private static CodeReading priced(String yen) {
    return CodeReading.priced("M", Money.of(yen));
  }

  private static Refused refusedEntry(ItemEntry entry) {
    return refused(() -> TILL.checkEntries(List.of(entry)));
  }

  /** With a master price of 1000 yen. */
  private static String price(ItemEntry entry) {
    return entered("1000", entry).unitPrice().toString();
  }

  private static LineItem entered(String masterPrice, ItemEntry entry) {
    TILL.checkEntries(List.of(entry));
    Cart cart =
        TILL.enter(idleCart("c"), List.of(entry), Map.of("M", item("M", masterPrice, "02")));
    return cart.lines().get(0);
  }
}
