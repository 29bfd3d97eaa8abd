package dev.poscart.domain.pricing;

import static dev.poscart.domain.fixtures.SaleTestData.cash;
import static dev.poscart.domain.fixtures.SaleTestData.cashless;
import static dev.poscart.domain.fixtures.SaleTestData.line;
import static dev.poscart.domain.fixtures.SaleTestData.pay;
import static dev.poscart.domain.fixtures.SaleTestData.paying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.poscart.domain.model.Cart;
import dev.poscart.domain.model.Money;
import dev.poscart.domain.sale.Tender;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StampDutyTest {

  /** 50,000 is the inclusive floor; above it, a band's upper limit belongs to the band. */
  @ParameterizedTest
  @CsvSource({
    "1, 0",
    "49999, 0",
    "50000, 200",
    "1000000, 200",
    "1000001, 400",
    "2000000, 400",
    "2000001, 600",
    "3000000, 600",
    "3000001, 1000",
    "5000000, 1000",
    "5000001, 2000",
    "10000000, 2000",
    "10000001, 4000",
    "20000000, 4000",
    "20000001, 6000",
    "30000000, 6000",
    "30000001, 10000",
    "50000000, 10000",
    "50000001, 20000",
    "100000000, 20000",
    "100000001, 40000",
    "200000000, 40000",
    "200000001, 60000",
    "300000000, 60000",
    "300000001, 100000",
    "500000000, 100000",
    "500000001, 150000",
    "999999999, 150000"
  })
  void untaxedCashSale_paysByBand(String amount, String duty) {
    StampDuty stamp = duty(pay(paying(line(1, amount, 1, "00")), cash(amount)));

    assertThat(stamp.duty()).hasToString(duty);
    assertThat(stamp.target()).hasToString("0".equals(duty) ? "0" : amount);
  }

  @ParameterizedTest
  @CsvSource({"500000000, 2, 150000", "500000001, 2, 200000"})
  void aboveABillion_theHighestDutyIsDue(String price, int quantity, String duty) {
    assertThat(duty(pay(paying(line(1, price, quantity, "00")), cash("2000000000"))).duty())
        .hasToString(duty);
  }

  @Test
  void internalTax_isNotPartOfTheBase() {
    // 60,000 holds 5,454 tax; 54,999 holds 4,999 tax and leaves 50,000; 54,998 leaves 49,999.
    assertThat(duty(pay(paying(line(1, "60000", 1, "02")), cash("60000"))))
        .isEqualTo(new StampDuty(Money.of(60_000), Money.of(200)));
    assertThat(duty(pay(paying(line(1, "54999", 1, "02")), cash("54999"))).duty())
        .isEqualTo(Money.of(200));
    assertThat(duty(pay(paying(line(1, "54998", 1, "02")), cash("54998"))).duty())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void externalTax_isNotPartOfTheBase() {
    assertThat(duty(pay(paying(line(1, "50000", 1, "01")), cash("55000"))))
        .isEqualTo(new StampDuty(Money.of(55_000), Money.of(200)));
    assertThat(duty(pay(paying(line(1, "49999", 1, "01")), cash("60000"))).duty())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void onlyCash_counts() {
    assertThat(duty(pay(paying(line(1, "60000", 1, "02")), cashless("20000"), cash("40000"))))
        .isEqualTo(new StampDuty(Money.ZERO, Money.ZERO));
    assertThat(duty(pay(paying(line(1, "60000", 1, "00")), cashless("10000"), cash("90000"))))
        .isEqualTo(new StampDuty(Money.of(50_000), Money.of(200)));
  }

  @Test
  void cashOfSeveralTenders_isAddedUp() {
    assertThat(duty(pay(paying(line(1, "60000", 1, "00")), cash("20000"), cash("70000"))))
        .isEqualTo(new StampDuty(Money.of(60_000), Money.of(200)));
  }

  @Test
  void configuredPaymentCodes_countInsteadOfCash() {
    Cart paid =
        pay(
            paying(line(1, "60000", 1, "00")),
            new Tender("12", Money.of(40_000), Optional.empty()),
            cash("20000"));

    assertThat(duty(paid)).isEqualTo(new StampDuty(Money.ZERO, Money.ZERO));
    assertThat(StampDuty.of(paid, Set.of("01", "12")))
        .isEqualTo(new StampDuty(Money.of(60_000), Money.of(200)));
    assertThat(StampDuty.of(paid, Set.of("12", "99")))
        .isEqualTo(new StampDuty(Money.ZERO, Money.ZERO));
  }

  private static StampDuty duty(Cart cart) {
    return StampDuty.of(cart, Set.of());
  }
}
