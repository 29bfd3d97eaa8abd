package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoneySumTest {

  @Test
  void wholeAndBrokenAmounts_areAddedExactly() {
    assertThat(Money.sum(List.of("108", "0.5", "-8", "0.25", "0"), Money::of))
        .isEqualTo(Money.of("100.75"));
    assertThat(Money.sum(List.<String>of(), Money::of)).isEqualTo(Money.ZERO);
  }

  /** Twenty times what fits into 64 bits, by amounts that are added as numbers. */
  @Test
  void amountsBeyondSixtyFourBits_areAddedExactly() {
    List<Money> amounts =
        Stream.concat(
                Stream.generate(() -> Money.of(999_999_999_999_999L)).limit(200_000),
                Stream.of(Money.of("99999999999999999999")))
            .toList();

    assertThat(Money.sum(amounts, amount -> amount)).isEqualTo(Money.of("299999999999999799999"));
  }

  @Test
  void aSum_isThatOfPairwiseAddition() {
    Random random = new Random(20261129);
    for (int run = 0; run < 300; run++) {
      List<Money> amounts =
          Stream.generate(() -> amount(random)).limit(random.nextInt(40)).toList();
      Money expected = Money.ZERO;
      for (Money amount : amounts) {
        expected = expected.plus(amount);
      }
      assertThat(Money.sum(amounts, amount -> amount)).isEqualTo(expected);
    }
  }

  private static Money amount(Random random) {
    long number = random.nextLong() >> random.nextInt(64);
    return random.nextBoolean() ? Money.of(number) : new Money(BigDecimal.valueOf(number, 2));
  }
}
