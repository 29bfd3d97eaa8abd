package dev.poscart.domain.usecase.numbering;

import static dev.poscart.domain.fixtures.CartTestData.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.poscart.domain.fixtures.Await;
import dev.poscart.domain.fixtures.InMemoryTransactionLog;
import dev.poscart.domain.fixtures.TransactionTestData;
import dev.poscart.domain.model.IssuedNumbers;
import dev.poscart.domain.model.NumberRange;
import dev.poscart.domain.model.TerminalNumbers;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers of terminals that begin to count their receipts. */
class NumberingTest {

  private static final NumberRange RANGE = NumberRange.DEFAULT;

  private final InMemoryTransactionLog log = new InMemoryTransactionLog();
  private final Numbering numbering = new Numbering(log);

  @Test
  void firstCount_goesOnFromTheReceiptsOfTheSession() {
    book(7, "cart:1", Optional.empty());
    book(7, "cart:2", Optional.empty());

    assertThatThrownBy(() -> book(7, "cart:3", given(3, 2)))
        .hasMessageContaining("the receipt counter 2 of this terminal (expected: more than 2)");
    assertThat(book(7, "cart:3", given(3, 3)).transaction().numbers())
        .isEqualTo(new IssuedNumbers(3, 111_113, Optional.of(3)));
  }

  /** Its terminal may have been given another program overnight. */
  @Test
  void firstCount_inANewSession_mayBeAny() {
    book(7, "cart:1", Optional.empty());
    book(7, "cart:2", Optional.empty());

    assertThat(book(8, "cart:3", given(1, 1)).transaction().numbers())
        .isEqualTo(new IssuedNumbers(1, 111_111, Optional.of(1)));
    assertThat(book(8, "cart:4", Optional.empty()).transaction().numbers())
        .isEqualTo(new IssuedNumbers(2, 111_112, Optional.of(2)));
  }

  @Test
  void numbersLeftOut_followTheHighestOnes_inWhateverOrderTheyCame() {
    book(7, "cart:1", given(5, 45));
    book(7, "cart:2", given(2, 47));
    book(7, "cart:3", given(3, 42));

    assertThat(book(7, "cart:4", Optional.empty()).transaction().numbers())
        .isEqualTo(new IssuedNumbers(6, 111_158, Optional.of(48)));
    assertThat(book(7, "cart:5", Optional.empty()).transaction().numbers())
        .isEqualTo(new IssuedNumbers(7, 111_159, Optional.of(49)));
  }

  @Test
  void numbersLeftOut_followThoseOfTheirSession_andTheReceiptsOfAll() {
    book(7, "cart:1", given(50, 47));
    book(8, "cart:2", given(5, 44));
    book(8, "cart:3", given(2, 43));

    assertThat(book(8, "cart:4", Optional.empty()).transaction().numbers())
        .isEqualTo(new IssuedNumbers(6, 111_158, Optional.of(48)));
  }

  @Test
  void bookedSale_isFound_whateverNumbersItsRepetitionBrings() {
    Numbering.Entry booked = book(7, "cart:1", Optional.empty());

    Numbering.Entry again = book(7, "cart:1", given(1, 1));

    assertThat(again.mine()).isFalse();
    assertThat(again.transaction()).isEqualTo(booked.transaction());
  }

  private Numbering.Entry book(int session, String claim, Optional<TerminalNumbers> given) {
    return Await.result(
        numbering.append(
            TERMINAL,
            given,
            RANGE,
            numbers ->
                TransactionTestData.sale()
                    .numbers(numbers)
                    .counters(1, session)
                    .claim(claim)
                    .make()));
  }

  private static Optional<TerminalNumbers> given(int transactionNo, int receiptCounter) {
    return Optional.of(
        new TerminalNumbers(
            transactionNo, receiptCounter, OffsetDateTime.parse("2026-11-23T18:27:02+09:00")));
  }
}
