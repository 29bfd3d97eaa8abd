package dev.poscart.domain.sale;

import static dev.poscart.domain.fixtures.SaleTestData.TILL;
import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.entry;
import static dev.poscart.domain.fixtures.SaleTestData.refusalOf;
import static dev.poscart.domain.fixtures.SaleTestData.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.poscart.domain.model.Money;
import dev.poscart.domain.model.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds of input: quantities, prices, tenders. */
class EntryBoundsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 9_999})
  void quantityInBounds_isAccepted(int quantity) {
    assertThatCode(() -> TILL.checkQuantity(quantity)).doesNotThrowAnyException();
    assertThatCode(() -> TILL.checkEntries(List.of(entry("A", quantity))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 10_000, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void quantityOutOfBounds_isInvalidInput(int quantity) {
    assertThat(refusalOf(() -> TILL.checkQuantity(quantity))).isEqualTo(Refusal.INVALID_INPUT);
    assertThat(refusalOf(() -> TILL.checkEntries(List.of(entry("A", 1), entry("A", quantity)))))
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  @Test
  void refusedQuantity_namesFieldValueAndExpectation() {
    assertThat(refused(() -> TILL.checkEntries(List.of(entry("A", 1), entry("A", 0)))))
        .hasMessage("entry 1, QUANTITY: 0 (expected: 1..9999)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.01", "70.5", "70.50000", "999999999", "1e8"})
  void unitPriceInBounds_isAccepted(String price) {
    assertThatCode(() -> TILL.checkUnitPrice(Money.of(price))).doesNotThrowAnyException();
    assertThatCode(() -> TILL.checkEntries(List.of(entry("A", 1, price))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.01", "-1", "999999999.01", "1000000000", "0.001", "1e308"})
  void unitPriceOutOfBounds_isInvalidInput(String price) {
    assertThat(refusalOf(() -> TILL.checkUnitPrice(Money.of(price))))
        .isEqualTo(Refusal.INVALID_INPUT);
    assertThat(refusalOf(() -> TILL.checkEntries(List.of(entry("A", 1, price)))))
        .isEqualTo(Refusal.INVALID_INPUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0.5", "1", "999999999999"})
  void tenderInBounds_isAccepted(String amount) {
    assertThatCode(() -> TILL.checkTenders(List.of(cash(amount)))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-0.01", "0.001", "1000000000000", "1e308"})
  void tenderOutOfBounds_isInvalidInput(String amount) {
    assertThat(refusalOf(() -> TILL.checkTenders(List.of(cash("1"), cash(amount)))))
        .isEqualTo(Refusal.INVALID_INPUT);
  }
}
