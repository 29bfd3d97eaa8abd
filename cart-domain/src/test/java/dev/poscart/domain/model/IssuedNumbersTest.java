package dev.poscart.domain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IssuedNumbersTest {

  @Test
  void firstSale_hasNumberOneAndTheFirstReceiptNumber() {
    assertThat(IssuedNumbers.first(NumberRange.DEFAULT)).isEqualTo(new IssuedNumbers(1, 111_111));
  }

  @Test
  void defaultRange_is111111To999999() {
    assertThat(NumberRange.DEFAULT).isEqualTo(new NumberRange(111_111, 999_999));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 111111, 2, 111112",
    "7, 999998, 8, 999999",
    "8, 999999, 9, 111111",
    "9, 111110, 10, 111111",
    "9, 1000000, 10, 111111"
  })
  void nextSale_hasTheNextNumbers_receiptsRollOver(int no, int receipt, int nextNo, int next) {
    assertThat(new IssuedNumbers(no, receipt).next(NumberRange.DEFAULT))
        .isEqualTo(new IssuedNumbers(nextNo, next));
  }

  @Test
  void countOfReceipts_goesOn_andTheReceiptNumberFollowsFromIt() {
    NumberRange range = new NumberRange(200, 204);

    assertThat(new IssuedNumbers(7, 203, Optional.of(4)).next(range))
        .isEqualTo(new IssuedNumbers(8, 204, Optional.of(5)));
    assertThat(new IssuedNumbers(8, 204, Optional.of(5)).next(range))
        .isEqualTo(new IssuedNumbers(9, 200, Optional.of(6)));
    assertThat(new IssuedNumbers(9, 200, Optional.of(6)).beyondReceipt(13, range))
        .isEqualTo(new IssuedNumbers(9, 203, Optional.of(14)));
    assertThat(new IssuedNumbers(9, 200, Optional.of(14)).beyondReceipt(13, range))
        .isEqualTo(new IssuedNumbers(9, 200, Optional.of(14)));
    assertThat(new IssuedNumbers(9, 200).beyondReceipt(13, range))
        .isEqualTo(new IssuedNumbers(9, 200));
  }

  @Test
  void rangeOfOneNumber_repeatsThatNumber() {
    assertThat(new NumberRange(5, 5).after(5)).isEqualTo(5);
  }

  @Test
  void lastTransactionNumber_doesNotOverflow() {
    IssuedNumbers last = new IssuedNumbers(Integer.MAX_VALUE, 1);
    assertThatThrownBy(() -> last.next(NumberRange.DEFAULT))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void rangeThatEndsBeforeItStarts_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NumberRange(2, 1))
        .withMessage("receipt number end: 1 (expected: >= 2)");
    assertThatIllegalArgumentException().isThrownBy(() -> new NumberRange(-1, 1));
  }
}
